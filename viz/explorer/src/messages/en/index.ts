import { evidence } from "./evidence";
import { filters } from "./filters";
import { frame } from "./frame";
import { graph } from "./graph";
import { measures } from "./measures";
import { questions } from "./questions";
import { report } from "./report";
import { search } from "./search";
import { share } from "./share";
import { sparql } from "./sparql";
import { table } from "./table";
import { timeline } from "./timeline";

/** The words of the explorer in English, in ICU message format, part by part; `zh/` has the same parts and keys. */
export const en = {
  ...frame,
  ...search,
  ...graph,
  ...evidence,
  ...filters,
  ...share,
  ...measures,
  ...timeline,
  ...table,
  ...report,
  ...questions,
  ...sparql,
};
