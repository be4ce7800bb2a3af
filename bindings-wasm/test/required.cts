// A program that requires the package: read by the type checker.

import kubus = require("twentse-kubus");
import all = require("twentse-kubus/all");
import docs = require("twentse-kubus/docs");
import named = require("twentse-kubus/labels");
import english = require("twentse-kubus/labels/en");
import "twentse-kubus/nl";

const report: kubus.Report = new kubus.Validator().validate("{}", "2026-05-01");
const other: kubus.Report = new all.Validator().validate("{}", "2026-05-01");
export const sentences: string[] = [...report.findings, ...other.findings].map((finding) => finding.message("nl"));
export const steps: kubus.NextSteps = other.nextSteps();
export const trace: kubus.Trace = new all.Validator().trace("{}", "2026-05-01", { lens: "now" });
export const titles: string[] = docs.rules().map(({ title }) => title.en);
export const called: string[] = [named.labels("nl").values.Role.mentor, english.labels.fields["Assessment.of"], named.frameworks()[0].name];
