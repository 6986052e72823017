// The evidence of what is selected.

function showPanel(select) {
  const body = byId('panel-body');
  const held = byId('panel').contains(document.activeElement);
  const { selected } = state;
  if (!selected) replaceContent(body, nothing());
  else if (selected.kind === 'node') replaceContent(body, aboutNode(nodes.get(selected.id), select));
  else replaceContent(body, aboutEdge(edges.get(selected.id), select));
  byId('panel').scrollTop = 0;
  if (held) byId('panel').focus({ preventScroll: true });
}

function nothing() {
  return [
    element('p', {}, message('evidence_hint')),
    element('p', { class: 'quiet' },
      message('summary', { nodes: diagram.nodes.length, edges: diagram.edges.length, sources: diagram.sources.length })),
    element('p', { class: 'quiet keys' }, message('picture_help')),
  ];
}

const other = () => LANGUAGES.find((language) => language !== state.language);

function aboutNode(node, select) {
  const relations = edgesOf(node.id);
  return [
    element('p', { class: 'kind' }, glyphSample(node.class), words(diagram.classes[node.class].label)),
    element('h3', {}, words(node.names)),
    node.change ? element('p', { class: 'change' }, changeSample(node.change), element('b', {}, words(diagram.changes[node.change].label))) : null,
    element('p', { class: 'other-name', lang: other() }, node.names[other()]),
    node.others.length
      ? element('p', { class: 'quiet' }, `${message('also_called')}${colon()}${node.others.join(state.language === 'zh' ? '；' : '; ')}`)
      : null,
    node.claims.length
      ? [element('h4', {}, message('details')), node.claims.map((claim) => element('div', { class: 'detail' }, aboutClaim(claim)))]
      : null,
    element('h4', {}, message('relations_of'), ' ', element('span', { class: 'count' }, String(relations.length))),
    relations.length
      ? element('ul', { class: 'relations' }, relations.map((edge) => element('li', {},
        element('button', { type: 'button', onclick: () => select({ kind: 'edge', id: edge.id }, node.id) },
          lineSample(edge.modality),
          element('span', {}, edge.modality === 'fact' ? null : element('em', {}, `${lead(edge)} `), words(edge.sentence))))))
      : element('p', { class: 'quiet' }, message('no_relations')),
  ];
}

function aboutEdge(edge, select) {
  const end = (id) => element('button', { type: 'button', class: 'end', onclick: () => select({ kind: 'node', id }) },
    glyphSample(nodes.get(id).class), element('span', {}, words(nodes.get(id).names)));
  return [
    element('h3', { class: 'unseen' }, message('relation')),
    edge.change ? element('p', { class: 'change' }, changeSample(edge.change), element('b', {}, words(diagram.changes[edge.change].label))) : null,
    aboutClaim(edge),
    edge.because.length
      ? [element('h4', {}, message('because')), edge.because.map((claim) => element('div', { class: 'detail' }, aboutClaim(claim)))]
      : null,
    element('div', { class: 'ends' }, end(edge.from), element('span', { class: 'link' }, lineSample(edge.modality), words(edge.label)), end(edge.to)),
  ];
}

function aboutClaim(claim) {
  const facts = [
    ['holder', words(claim.holder)],
    ['time', [claim.time ? words(claim.time) : null, claim.asOfReport ? message('as_of_report') : null].filter(Boolean).join(', ')],
    ['qualifier', claim.qualifier && words(claim.qualifier)],
    ['condition', claim.condition && words(claim.condition)],
    ['note', claim.note && words(claim.note)],
  ].filter(([, value]) => value);
  return [
    element('p', { class: 'status', title: words(modality(claim.modality).comment) }, lineSample(claim.modality), element('b', {}, words(modality(claim.modality).label))),
    element('p', { class: 'sentence' }, element('span', { class: 'lead' }, lead(claim)), ' ', words(claim.sentence)),
    element('dl', {}, facts.map(([key, value]) => [element('dt', {}, message(key)), element('dd', {}, value)])),
    claim.sources.length ? claim.sources.map((number) => passage(sources.get(number))) : element('p', { class: 'quiet' }, message('no_evidence')),
  ];
}

function passage(source) {
  return element('figure', { class: 'passage' },
    element('figcaption', {}, element('span', { class: 'number' }, `[${source.number}]`), ` ${words(source.place)}`),
    element('blockquote', { lang: 'zh' }, source.quote),
    element('p', { class: 'translation', lang: 'en' }, source.translation),
    element('p', { class: 'ours' }, message('ours')));
}
