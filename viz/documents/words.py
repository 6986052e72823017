"""Every word of documents and tables that pages don't need, in both languages; `{…}` are places to fill."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import Language
from ontology import Text

from ..messages import MESSAGES

DOCUMENT_WORDS: Mapping[str, Text] = {
    key: Text(zh, en)
    for key, en, zh in (
        ("identifier", "Statement", "陈述编号"),
        ("claim", "What it says", "陈述内容"),
        ("number", "No.", "编号"),
        ("place", "Place", "出处"),
        ("quotation", "Words of the report", "报告原文"),
        ("translation", "Working translation (ours, not official)", "英文工作译文（本项目所译，非正式）"),
        ("diagram", "Diagram", "关系图"),
        ("subtitle", "Subtitle", "副标题"),
        ("left_out", "Not shown", "未显示"),
        ("origin", "Origin", "来源"),
        ("details", "Details", "细节"),
        ("name", "Name", "名称"),
        ("class", "Class", "类别"),
        ("about", "About", "说明"),
        ("what", "What", "项目"),
        ("content", "Content", "内容"),
        ("claims", "what each line says", "各条连线的含义"),
        ("part", "{title} ({n} of {all})", "{title}（{n}/{all}）"),
        (
            "numbers",
            "Numbers in brackets: sources, in the notes and on the last slides",
            "方括号内数字为资料来源编号，见备注和末尾幻灯片",
        ),
        (
            "overview",
            "Overview; the following slides show it in parts that can be edited",
            "总览；其后各页分部分显示，可编辑",
        ),
        ("held_by", " (held by: {holder})", "（陈述方：{holder}）"),
        ("figure", "Figure", "图"),
        ("contents", "Contents", "目录"),
        ("reading", "How to read the lines", "线型说明"),
        ("briefing", "Diagrams from {reports}", "{reports}关系图"),
        ("diagrams", "{n} diagrams with {sources} passages quoted", "{n} 幅关系图，引文 {sources} 处"),
        (
            "translations",
            "English quotations are our working translations, not the official English version",
            "英文引文为本项目的工作译文，并非正式英文本",
        ),
        ("the_report", "The report", "报告本身"),
        ("statements", "Statements of the report", "报告的陈述"),
        ("substance", "What it is", "模式内容"),
        ("required", "What it would take", "须具备的条件"),
        ("for", "Said for it", "支持的理由"),
        ("against", "Said against it", "反对的理由"),
        ("open", "On neither side: to be read in their own words", "不归入任何一方，须读原文"),
        ("added", "Would be added", "将新增"),
        ("ended", "Would end", "将终止"),
        ("changed", "Would change", "将改变"),
        ("because", "According to:", "依据："),
        ("instead", "In its place:", "取而代之："),
        ("voices_title", "Who says it", "陈述方"),
        (
            "voices",
            "“The report”: said in its own voice. Anybody else: the report says that they hold it.",
            "“报告本身”指报告以自身口吻所述；列他人者，为报告所述该方的主张。",
        ),
        ("time", "Date", "日期"),
        ("rests_on", "Rests on", "依据"),
        ("behind", "The statements behind it", "所依据的陈述"),
        ("silent", "The report states nothing that stands here.", "报告没有可归入此处的陈述。"),
        (
            "silent_against",
            "The report says nothing against this model itself. What it criticizes in the bodies as they are isn't "
            "counted here; what the model would take may be an obstacle too.",
            "报告没有针对该模式本身的反对意见。报告对有关机构现状的批评不计入此处；须具备的条件也可能是障碍。",
        ),
        ("compared", "Compared: {models}", "比较：{models}"),
        ("made", "How this was made", "编制说明"),
        ("common", "Numbers in brackets refer to the sources at the end", "方括号内数字为文末资料来源的编号"),
    )
}


def words_of(key: str, language: Language) -> str:
    """A word of documents, or one they share with pages."""
    return (DOCUMENT_WORDS.get(key) or MESSAGES[key]).get(language)
