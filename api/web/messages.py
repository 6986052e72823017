"""The words of the pages, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from ontology import Text

MESSAGES: Mapping[str, Text] = {
    "title": Text("移徙治理知识图谱", "Migov: how migration is governed"),
    "tagline": Text(
        "一份报告，变成可以浏览、查询和引用的知识图谱。凡有所示，必有出处。",
        "A report as a knowledge graph to explore, question and quote. Nothing is shown without its evidence.",
    ),
    "skip": Text("跳到正文", "Skip to the content"),
    "main_navigation": Text("主导航", "Main"),
    "language": Text("语言", "Language"),
    "colon": Text("：", ": "),
    "start": Text("首页", "Start"),
    "needs_script": Text(
        "探索页面需要 JavaScript。以下网页内容相同，无需脚本：",
        "The explorer needs JavaScript. These pages say the same without it:",
    ),
    "diagrams": Text("图示", "Diagrams"),
    "diagrams_intro": Text(
        "每幅图都注明所依据的段落和原文。", "Every diagram names the paragraphs and words it rests on."
    ),
    "take_along": Text("下载此图", "Take it along"),
    "take_along_intro": Text(
        "每种文件都附图例、编号的出处、报告文号和数据集版本。",
        "Every file carries the legend, the numbered sources, the report's symbol and the dataset's version.",
    ),
    "whole_selection": Text("选取的全部内容", "All that was selected"),
    "strongest_shown": Text(
        "图中只显示所选 {1} 个实体中最近、联系最多的 {0} 个。下表按主体和客体的类别统计全部实体之间的 {2} 条陈述；"
        "点击数字，可另见只含这两类实体（以及您点名的实体）的图。",
        "The diagram shows only the {0} nearest and best connected of {1} entities. The table counts all {2} "
        "statements between them by the classes of their subjects and objects; a number leads to a diagram of these "
        "classes alone, with the entities you named.",
    ),
    "not_counted": Text("另有 {0} 个更远的实体未计入。", "{0} entities farther away are not counted."),
    "draw_summary": Text("按类别汇总成图", "Draw all of it as counts by class"),
    "by_cluster": Text("按类别分组显示此图", "Arrange this diagram in clusters"),
    "fewer_statements": Text("另有 {0} 组类别，陈述较少", "{0} more pairs of classes, with fewer statements"),
    "embed": Text("嵌入网页", "Embed it"),
    "embed_intro": Text(
        "将下面这段代码放入您的网页，即可显示此图。数据更新后，图中会有提示。",
        "Put this into a page of yours to show the diagram there. Where the data has moved on, the diagram says so.",
    ),
    "copy": Text("复制", "Copy"),
    "copied": Text("已复制", "Copied"),
    "own_address": Text("此图的网址：", "The address of this diagram:"),
    "questions": Text("问题", "Questions"),
    "questions_intro": Text(
        "现成的问题：选择一个，换上您关心的机构、段落或日期，即可得到附段落出处的答案。",
        "Questions that stand ready: choose one, put in the institution, paragraph or date you care for, and read the "
        "answer with its paragraphs.",
    ),
    "no_questions": Text("目录中尚无问题。", "The catalogue has no questions yet."),
    "example_questions": Text("您可以这样问", "Questions you can ask"),
    "all_questions": Text("全部 {0} 个问题", "All {0} questions"),
    "list_as_data": Text("此目录的数据", "This list as data"),
    "change_values": Text("换一个问法", "Ask about something else"),
    "answer_question": Text("回答", "Answer"),
    "answer": Text("答案", "Answer"),
    "rows": Text("{0} 行", "{0} rows"),
    "row": Text("1 行", "1 row"),
    "no_rows": Text(
        "按这些条件没有答案：报告没有作出此问题所问的陈述。不能由此推断不存在。",
        "With these values there is no answer: the report states nothing of what is asked. "
        "It doesn't follow that there is none.",
    ),
    "answer_as_data": Text("答案另存为", "The answer as a file"),
    "show_sparql": Text("显示 SPARQL", "Show the SPARQL"),
    "run_sparql": Text("在 SPARQL 端点运行（CSV）", "Run it at the SPARQL endpoint (CSV)"),
    "hint_entity": Text("任一语言的名称、缩写或标识符", "A name in either language, an acronym or an id"),
    "find_name": Text("查找名称", "Find a name"),
    "hint_paragraph": Text("46、cover、summary 或 fn7 等", "46, cover, summary or fn7, for example"),
    "hint_day": Text("2006、2006-09 或 2006-09-14", "2006, 2006-09 or 2006-09-14"),
    "api_documentation": Text("API 文档", "API documentation"),
    "search": Text("搜索", "Search"),
    "search_label": Text(
        "按名称、缩写或报告用语查找机构、文书、进程、段落……",
        "Find institutions, instruments, processes, paragraphs … by name, acronym or words of the text",
    ),
    "search_hint": Text("例如：全球移徙问题小组，或 IOM", "For example: Global Migration Group, or IOM"),
    "results_for": Text("“{0}”的搜索结果：{1} 项", "{1} results for “{0}”"),
    "result_for": Text("“{0}”的搜索结果：1 项", "1 result for “{0}”"),
    "no_results": Text(
        "没有找到“{0}”。请换一个名称、缩写或语言。",
        "Nothing is called “{0}”. Try another name, an acronym or the other language.",
    ),
    "found_names": Text("名称", "Names"),
    "found_text": Text("报告正文", "The report’s text"),
    "report_words": Text("报告原文", "The report’s words"),
    "our_words": Text("本项目的英文工作译文，非正式文本", "Our working translation, not the official version"),
    "similar": Text("相近", "similar"),
    "more_results": Text("只显示前 {0} 项。", "Only the first {0} are shown."),
    "institutions": Text("报告中的机构", "The institutions of the report"),
    "open_diagram": Text("在整页中打开此图", "Open this diagram on a page of its own"),
    "no_diagram": Text("数据集尚无此图。", "The dataset has no such diagram yet."),
    "reports": Text("报告", "Reports"),
    "report": Text("报告", "Report"),
    "about": Text("数据集", "The dataset"),
    "counts": Text("{0} 个实体，{1} 项陈述，{2} 个段落。", "{0} entities, {1} statements, {2} paragraphs."),
    "ask": Text("用 SPARQL 或 REST 提问", "Ask by SPARQL or REST"),
    "sparql_endpoint": Text("SPARQL 端点", "SPARQL endpoint"),
    "ontology": Text("本体", "Ontology"),
    "names": Text("名称", "Names"),
    "chinese": Text("中文", "Chinese"),
    "english": Text("英文", "English"),
    "narrower": Text("下位主题（由我们编排）", "Topics below it, in an order of topics that is ours"),
    "broader": Text("上位主题（由我们编排）", "Topics above it, in an order of topics that is ours"),
    "source_of_name": Text("来源", "Source"),
    "confirmed_by": Text("查自：", "Looked up in: "),
    "statements": Text("陈述", "Statements"),
    "statement": Text("陈述", "Statement"),
    "no_statements": Text("没有陈述。", "There are no statements."),
    "mentions": Text("提及之处", "Mentions"),
    "mentioned_here": Text("本段提及", "Mentioned here"),
    "paragraphs": Text("段落", "Paragraphs"),
    "footnotes": Text("脚注", "Footnotes"),
    "modality": Text("性质", "Status"),
    "holder": Text("陈述方", "Held by"),
    "time": Text("时间", "Time"),
    "as_of_report": Text("截至报告撰写时", "At the time of the report"),
    "qualifier": Text("限定", "Limited by"),
    "condition": Text("条件", "On condition"),
    "note": Text("说明", "Note"),
    "evidence": Text("依据", "Evidence"),
    "translation_is_ours": Text(
        "本项目的英译，非联合国正式译文", "Our working translation, not the official English version"
    ),
    "subject": Text("主语", "Subject"),
    "predicate": Text("谓语", "Predicate"),
    "object": Text("宾语", "Object"),
    "classes": Text("类", "Classes"),
    "properties": Text("属性", "Properties"),
    "modalities": Text("性质", "Statuses"),
    "completeness": Text("何为完整", "What is complete"),
    "completeness_intro": Text(
        "每次构建都按以下要求核对；有一项不符，就不生成数据集。",
        "Every build is checked against these demands; where one isn’t met, no dataset is written.",
    ),
    "completeness_of": Text("适用于：", "For: "),
    "families": Text("关系类别", "Relation families"),
    "units": Text("单位", "Units"),
    "neighbourhood": Text("关系图", "Diagram of its relations"),
    "data_of": Text("关于此资源的数据", "Data about this resource"),
    "property": Text("属性", "Property"),
    "value": Text("值", "Value"),
    "why_none": Text("为何没有陈述", "Why it has no statements"),
    "previous": Text("上一处", "Previous"),
    "next": Text("下一处", "Next"),
    "layer": Text("数据集的一层", "A layer of the dataset"),
    "dataset": Text("数据集", "Dataset"),
    "downloads": Text("下载", "Downloads"),
    "file": Text("文件", "File"),
    "content": Text("内容", "Content"),
    "bytes": Text("字节", "Bytes"),
    "version": Text("版本", "Version"),
    "entities": Text("实体", "Entities"),
    "layers": Text("各层", "Layers"),
    "triples": Text("{0} 条三元组。", "{0} triples."),
    "scenario": Text("情景", "Scenario"),
    "of_model": Text("所依据的方案", "Follows the proposal"),
    "adds": Text("将增加", "It would add"),
    "ends": Text("将终止", "It would end"),
    "changes": Text("将改变", "It would change"),
    "our_note": Text("本项目的说明，并非报告的主张", "A note of ours, not a claim of the report"),
    "no_evidence": Text("无依据：此数据集未附依据。", "No evidence: this dataset carries none."),
    "as_in_data": Text("以下内容照数据集所载。", "What follows stands so in the dataset."),
    "triple": Text("数据集中的三元组", "A triple of the dataset"),
    "triples_of": Text("数据集所载", "What the dataset says"),
    "first_of": Text("显示 {1} 项中的前 {0} 项。", "The first {0} of {1}."),
    "vocabulary": Text("词汇", "Vocabulary"),
    "vocabulary_intro": Text(
        "此数据集使用的类和属性，名称取自数据本身。",
        "The classes and properties that this dataset uses, called as the data itself calls them.",
    ),
    "other_title": Text("浏览此 RDF 数据集", "Explore this RDF dataset"),
    "other_tagline": Text(
        "并非 Migov 的报告：实体、类别和关系均照数据集所载，未附依据。",
        "Not the report: entities, classes and relations are shown as the dataset has them. It carries no evidence.",
    ),
    "other_unread": Text("。SPARQL 仍可查询全部数据。", ". SPARQL answers over all of it."),
    "other_beginnings": Text("联系最多的实体", "The most connected entities"),
    "other_counts": Text(
        "{0} 个实体，{1} 条三元组，{2} 个类，{3} 个属性。", "{0} entities, {1} triples, {2} classes, {3} properties."
    ),
    "error": Text("出错了", "That didn’t work"),
}


def message(key: str, language: str, *values: object) -> str:
    """The words of a key in one language, with values in place of `{0}` and `{1}`."""
    words = MESSAGES[key]
    return (words.zh if language == "zh" else words.en).format(*values)
