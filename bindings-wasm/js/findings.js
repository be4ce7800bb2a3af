// The findings of a report: a list that also answers by the fields of a form.

/** The nearest of these paths that is this one or holds it. */
function nearest(path, fields) {
  let at = path;
  while (!fields.has(at) && at !== "") at = at.slice(0, at.lastIndexOf("/"));
  return at;
}

/** The list, frozen. What it answers is no member of it that is listed, so it equals any list of the same findings. */
export function findings(list) {
  const at = (where) => (typeof where === "string" ? list.filter(({ path }) => path === where) : Array.prototype.at.call(list, where));
  const nearestTo = (path, fields) => {
    if (typeof fields === "string") throw new TypeError("expected the paths of all fields, not one text");
    const known = new Set(fields).add(path);
    return list.filter((finding) => nearest(finding.path, known) === path);
  };
  return Object.freeze(Object.defineProperties(list, { at: { value: at }, nearest: { value: nearestTo } }));
}
