// The sentences of one language: importing the entry makes it known, and gives nothing.

export {};
