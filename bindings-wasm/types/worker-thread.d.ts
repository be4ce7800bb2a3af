// What runs in the worker: a program imports it for what it does, which is to serve the page that started the worker.

export {};
