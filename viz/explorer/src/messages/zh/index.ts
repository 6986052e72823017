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

/** 探索页面的中文文字，采用 ICU 消息格式，分部分存放；各部分及其键与 `en/` 相同。 */
export const zh = {
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
