"""Every word of the diagrams' own, in both languages; `{…}` are places to fill."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import AS_IN_DATA
from ontology import Text

MESSAGES: Mapping[str, Text] = {
    key: Text(zh, en)
    for key, en, zh in (
        ("language", "English", "中文"),
        ("language_group", "Language", "语言"),
        ("skip", "Skip to the table of relations", "跳至关系表"),
        ("report", "Report {symbol}", "报告 {symbol}"),
        ("version", "Dataset {version}", "数据集 {version}"),
        (
            "moved",
            "The data has changed since the link to this diagram was made. It shows dataset {version}.",
            "此图链接生成后，数据已有更新。图中显示的是数据集 {version}。",
        ),
        (
            "only_statuses",
            "Narrowed to statements with the status: {those}.",
            "仅列以下性质的陈述：{those}。",
        ),
        ("only_holders", "Narrowed to statements held by: {those}.", "仅列以下各方的陈述：{those}。"),
        ("from_day", "From {day}.", "自{day}起。"),
        ("to_day", "Up to {day}.", "至{day}止。"),
        ("as_at_day", "As at {day}.", "截至{day}。"),
        ("later_hidden", "What the report dates later is not shown.", "报告注明日期较晚者未列出。"),
        ("days_hidden", "What the report dates earlier is not shown.", "报告注明日期较早者未列出。"),
        ("undated_hidden", "What it does not date is not shown.", "未注明日期者未列出。"),
        (
            "undated_apart",
            "Entities that the report doesn’t date aren’t drawn ({n}).",
            "报告未注明日期的实体未绘出（{n} 个）。",
        ),
        (
            "undated_statements",
            "Statements without a date aren’t drawn ({n}).",
            "未注明日期的陈述未绘出（{n} 条）。",
        ),
        ("undated_shown", "What it does not date is shown.", "未注明日期者照列。"),
        ("dated_hidden", "What the report dates is not shown.", "报告注明日期者未列出。"),
        ("left_out", "{n} more not shown", "另有 {n} 项未显示"),
        (
            "undrawn",
            "Not drawn, though said between these entities: {counts}.",
            "这些实体之间还有以下陈述未绘出：{counts}。",
        ),
        (
            "beyond",
            "Tied to these entities by such statements and not shown: {n} more{most}.",
            "另有 {n} 个实体以此类陈述与图中实体相关，未列出{most}。",
        ),
        ("beyond_most", ", most to {names}", "；最多的是{names}"),
        ("picture", "Diagram", "关系图"),
        (
            "picture_help",
            "Left and right arrow keys go from entity to entity, up and down through the relations of the entity, "
            "Enter follows the relation, plus and minus zoom, 0 shows everything, Escape clears.",
            "左右方向键切换实体，上下方向键切换该实体的关系，回车键沿关系前进，加减键缩放，"
            "0 键显示全图，Esc 键取消选择。",
        ),
        ("zoom_in", "Zoom in", "放大"),
        ("zoom_out", "Zoom out", "缩小"),
        ("zoom_fit", "Show everything", "显示全图"),
        ("search", "Find in the diagram", "在图中查找"),
        ("search_hint", "Name or acronym", "名称或缩写"),
        ("search_none", "Nothing found", "未找到"),
        ("search_found", "{n} found", "找到 {n} 项"),
        ("legend", "Legend and filter", "图例与筛选"),
        ("in_words", "The diagram in words", "文字说明"),
        (
            "matrix_here",
            "Other forms show this diagram as a table of rows and columns; here the same relations are lines, "
            "and the table below lists them.",
            "其他格式以行列表格呈现此图；此处以连线显示同样的关系，下方表格逐一列出。",
        ),
        ("families", "Relations", "关系类别"),
        ("years", "Years", "年份"),
        ("years_from", "from", "从"),
        ("years_to", "to", "至"),
        (
            "years_help",
            "Hides what the report dates outside these years; what it doesn't date stays.",
            "隐藏报告所载日期在此范围以外的内容；未载日期者保留。",
        ),
        ("because", "Why, in the words of the report", "报告所述理由"),
        ("classes", "Entities", "实体"),
        ("modalities", "Statements", "陈述"),
        ("show_all", "Show all", "全部显示"),
        (
            "hidden",
            "{nodes} entities and {edges} relations are hidden by the filter",
            "筛选隐藏了 {nodes} 个实体和 {edges} 条关系",
        ),
        ("evidence", "Evidence", "依据"),
        (
            "evidence_hint",
            "Choose an entity or a line to read the words of the report it rests on.",
            "选择一个实体或一条线，即可阅读其所依据的报告原文。",
        ),
        (
            "evidence_hint_data",
            "Choose an entity or a line to read what the data says.",
            "选择一个实体或一条线，即可阅读数据所载内容。",
        ),
        (
            "summary",
            "{nodes} entities, {edges} relations, {sources} passages quoted",
            "{nodes} 个实体，{edges} 条关系，{sources} 处引文",
        ),
        ("holder", "Held by", "陈述方"),
        ("no_holder", "not said in the data", "数据未载明"),
        ("no_evidence", "No evidence: this dataset carries none.", "无依据：此数据集未附依据。"),
        ("time", "When", "时间"),
        ("as_of_report", "at the time of the report", "截至报告撰写时"),
        ("qualifier", "Limit", "限定"),
        ("condition", "Condition", "条件"),
        ("note", "Note", "说明"),
        ("relation", "Relation", "关系"),
        ("status", "Status", "性质"),
        ("subject", "From", "主体"),
        ("object", "To", "对象"),
        ("statement", "Statement", "陈述"),
        ("also_called", "Also called", "又称"),
        ("details", "Counts, dates and other details", "数量、日期及其他细节"),
        ("relations_of", "Relations", "关系"),
        ("no_relations", "No relation in this diagram.", "图中无关系。"),
        ("other_end", "Show {name}", "查看{name}"),
        ("paragraph", "para. {n}", "第 {n} 段"),
        ("footnote", "footnote {n}", "脚注 {n}"),
        ("cover", "cover", "封面"),
        ("summary_unit", "summary", "摘要"),
        ("ours", "Our working translation, not the official English version", "本项目的英文工作译文，并非正式英文本"),
        ("table", "All relations as a table", "全部关系（表格）"),
        ("table_caption", "Every relation of the diagram with its status and evidence", "图中每条关系及其性质和依据"),
        ("details_caption", "What the report says of single entities", "报告对单个实体的陈述"),
        ("sources", "Sources", "资料来源"),
        ("show", "Show in the diagram", "在图中查看"),
        ("node_spoken", "{name}, {class}, {n} relations", "{name}，{class}，{n} 条关系"),
        ("not", "not: {label}", "并非：{label}"),
        (
            "limited",
            '* The report limits this statement, as by "some", "often" or a condition: choose the line to read how.',
            "* 报告对该陈述有所限定，如“一些”“往往”或某一条件：点选连线查看。",
        ),
        ("works", "What was agreed or written", "文书和文件"),
        ("doings", "Who acts and what happened", "机构、进程和事件"),
        ("undated", "Not dated in the report", "报告未注明日期"),
        (
            "axis",
            "Years in order, not to scale. A bar shows a period, or that no exact date is given.",
            "年份按序排列，不按比例。横条表示一段时期，或未给出确切日期。",
        ),
        ("read_rows", "Read: row – relation – column", "读法：行 — 关系 — 列"),
        ("read_columns", "Read: column – relation – row", "读法：列 — 关系 — 行"),
        ("legend_print", "Legend", "图例"),
        ("abbreviations", "Abbreviations: {list}.", "缩写：{list}。"),
        ("changes", "Changes", "变化"),
        ("added", "would be added", "拟新增"),
        ("ended", "would end", "将终止"),
        ("changed", "would change", "将改变"),
        (
            "limited_print",
            '* The report limits this statement, as by "some", "often" or a condition: see the words of the source.',
            "* 报告对该陈述有所限定，如“一些”“往往”或某一条件：见资料来源中的原文。",
        ),
        ("numbers", "Numbers in brackets: sources below", "方括号内数字：资料来源编号"),
        (
            "described",
            "{nodes} entities and {edges} relations. Their status: {statuses}.",
            "{nodes} 个实体，{edges} 条关系。其性质：{statuses}。",
        ),
        ("more_described", "And {n} more.", "另有 {n} 条。"),
        (
            "noscript",
            "The interactive diagram needs JavaScript. This is what it shows:",
            "交互式关系图需要 JavaScript。其内容如下：",
        ),
    )
}

# What stands before a statement's plain sentence, so that no sentence is read as more than it is.
LEADS: Mapping[str, Text] = {
    "fact": Text("作为事实陈述：", "Stated as a fact:"),
    "plan": Text("已决定或排定、尚未实施：", "Decided or scheduled, not yet done:"),
    "reported": Text("据转述：", "As reported of others:"),
    "assessment": Text("一项判断：", "A judgement:"),
    "criticism": Text("一项批评：", "A criticism:"),
    "absence": Text("指明并非如此：", "Said not to be so:"),
    "requirement": Text("规范所要求或允许：", "Required, forbidden or allowed by a norm:"),
    "conditional": Text("仅在一定条件下成立，或可能发生：", "Only under a condition, or possibly:"),
    "proposal": Text("提出的设想，并非事实：", "An idea put forward, not a fact:"),
    "recommendation": Text("一项建议，并非事实：", "A recommendation, not a fact:"),
    AS_IN_DATA: Text("数据如此记载（未附依据）：", "As in the data, which carries no evidence:"),
}


def filled(key: str, **values: Text | str | int) -> Text:
    """A message with each value in its place; names may hold braces."""
    zh, en = MESSAGES[key].zh, MESSAGES[key].en
    for name, value in values.items():
        given = value if isinstance(value, Text) else Text(str(value), str(value))
        zh, en = zh.replace(f"{{{name}}}", given.zh), en.replace(f"{{{name}}}", given.en)
    return Text(zh, en)


def cited_words(symbol: str, unit: str) -> Text:
    """Where a passage stands, as one cites it: “A/68/283, para. 46”."""
    place = place_words(unit)
    return Text(f"{symbol}，{place.zh}", f"{symbol}, {place.en}")


def place_words(unit: str) -> Text:
    """How to cite a unit of a report: `46` as “para. 46”, `fn3` as “footnote 3”."""
    if unit == "cover":
        return MESSAGES["cover"]
    if unit == "summary":
        return MESSAGES["summary_unit"]
    return filled("footnote" if unit.startswith("fn") else "paragraph", n=unit.removeprefix("fn"))
