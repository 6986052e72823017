// The same relations as a table, and the sources as a list: for those who don't see the picture, and for print.

function showTable(select) {
  const heads = ['subject', 'relation', 'object', 'status', 'holder', 'time', 'evidence'];
  const rows = diagram.edges.filter((edge) => !isEdgeHidden(edge)).map((edge) => element('tr', {},
    element('th', { scope: 'row' }, words(nodes.get(edge.from).names)),
    element('td', {}, element('button', { type: 'button', title: message('show'), onclick: () => {
      select({ kind: 'edge', id: edge.id });
      byId('picture').scrollIntoView({ block: 'center' });
      byId('panel').focus({ preventScroll: true });
    } }, words(edge.label)), limits(edge)),
    element('td', {}, words(nodes.get(edge.to).names)),
    ...common(edge)));
  const details = diagram.nodes.filter((node) => !isNodeHidden(node)).flatMap((node) => node.claims.filter((claim) => !isClaimHidden(claim)).map((claim) => element('tr', {},
    element('th', { scope: 'row' }, words(node.names)),
    element('td', { colspan: 2 }, words(claim.sentence)),
    ...common(claim))));
  const table = (caption, columns, body) => element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': message(caption) },
    element('table', {}, element('caption', {}, message(caption)),
      element('thead', {}, element('tr', {}, columns.map(([key, span]) => element('th', { scope: 'col', colspan: span }, message(key))))),
      element('tbody', {}, body)));
  replaceContent(byId('table'), table('table_caption', heads.map((key) => [key, 1]), rows),
    details.length
      ? table('details_caption', [['subject', 1], ['statement', 2], ['status', 1], ['holder', 1], ['time', 1], ['evidence', 1]], details)
      : null);
  replaceContent(byId('sources'), element('div', { class: 'passages' }, diagram.sources.map(passage)));
}

const limits = (claim) => ['qualifier', 'condition', 'note'].filter((key) => claim[key])
  .map((key) => element('div', { class: 'quiet' }, `${message(key)}${colon()}${words(claim[key])}`));

function common(claim) {
  return [
    element('td', { class: 'with-line' }, lineSample(claim.modality), words(modality(claim.modality).label),
      claim.change ? element('div', {}, element('b', {}, words(diagram.changes[claim.change].label))) : null),
    element('td', {}, words(claim.holder)),
    element('td', {}, claim.time ? words(claim.time) : null, claim.asOfReport ? element('span', { class: 'quiet' }, ` ${message('as_of_report')}`) : null),
    element('td', {}, claim.sources.length ? null : message('no_evidence'), claim.sources.map((number) => element('div', {}, `[${number}] ${words(sources.get(number).place)} `,
      element('q', { lang: 'zh' }, sources.get(number).quote)))),
  ];
}
