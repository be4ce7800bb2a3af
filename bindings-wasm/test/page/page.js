// Shows the report of a portfolio, and asks the worker for whatever the test wants to know.

const worker = new Worker("worker.js", { type: "module" });
const waiting = new Map();
let asked = 0;
worker.onmessage = ({ data }) => waiting.get(data.id)(data);

/** Sends a question to the worker. */
globalThis.ask = (question) =>
  new Promise((answer) => {
    const id = ++asked;
    waiting.set(id, answer);
    worker.postMessage({ id, ...question });
  });

globalThis.show = async (document_, asOf) => {
  const { verdict, findings } = await ask({ what: "report", document: document_, asOf });
  document.querySelector("#verdict").textContent = { meets: "voldoet", "falls-short": "voldoet niet" }[verdict] ?? verdict;
  document.querySelector("#findings").replaceChildren(
    ...findings.map(({ severity, sentence, path }) => {
      const item = Object.assign(document.createElement("li"), { className: severity, textContent: sentence });
      item.append(Object.assign(document.createElement("code"), { textContent: path }));
      return item;
    }),
  );
  return findings.length;
};
