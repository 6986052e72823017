import type { Same } from "..";
import type { sparql as words } from "../en/sparql";

export const sparql: Same<typeof words> = {
  "sparql.lead": "对数据集提出任何查询；查询只读取数据。",
  "sparql.label": "SPARQL 查询",
  "sparql.help": "按 Ctrl+Enter 运行查询；按 Ctrl+空格键以中文或英文名称补全；按 Tab 键离开编辑器。",
  "sparql.completions": "补全",
  "sparql.example": "从现成问题开始",
  "sparql.example.none": "选择一个问题",
  "sparql.evidence": "每行附上有关陈述及其原文（SELECT）",
  "sparql.seconds": "时限（秒）",
  "sparql.seconds.most": "服务自身的时限",
  "sparql.run": "运行",
  "sparql.cancel": "取消",
  "sparql.running": "已运行 {seconds} 秒",
  "sparql.cancelled": "已取消。",
  "sparql.fault.spot": "第 {line} 行第 {column} 列：{message}",
  "sparql.format": "整理格式",
  "sparql.unclosed": "无法整理此查询：有括号或引号未闭合。查询保持原样。",

  "tabs.label": "查询",
  "tabs.numbered": "查询 {number}",
  "tabs.new": "新建标签页",
  "tabs.close": "关闭标签页",
  "tabs.reopen": "重新打开已关闭的标签页",
  "tabs.name": "标签页名称",

  "chart.title": "以图表显示",
  "chart.column": "数值列",
  "chart.limited": "显示 {total} 行数值中的前 {shown} 行。",
  "chart.picture": "{kind, select, line {{column}的时间折线图，{count} 个点} other {{column}的条形图，{count} 行}}",
  "chart.same": "{column}：下表内容与此相同。",

  "sparql.answer": "结果",
  "sparql.truth": "{truth, select, yes {是：数据集中有此内容。} other {否：数据集中没有此内容。}}",
  "sparql.limited": "显示 {total} 行中的前 {shown} 行；下载的文件含全部行。",
  "sparql.unnamed": "{total} 个实体中前 {shown} 个以名称显示，其余以标识显示。",
  "sparql.bare": "查询结果的行不带性质。引用前请选取陈述查看依据，或附上陈述再运行。",
  "sparql.download": "下载结果：",
  "sparql.long": "此查询太长，网址无法容纳，请改为发送查询文本。",
};
