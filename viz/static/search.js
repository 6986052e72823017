// Finding an entity by any of its names, in either language.

function showSearch(select) {
  const found = element('ul', { class: 'found', id: 'found' });
  const count = element('span', { class: 'unseen', role: 'status' });
  const input = element('input', { type: 'search', id: 'search', autocomplete: 'off', placeholder: message('search_hint'), oninput: () => search() });
  const search = () => {
    const sought = input.value.trim().toLowerCase();
    const matches = sought ? diagram.nodes.filter((node) => namesOf(node).some((name) => name.toLowerCase().includes(sought))) : [];
    replaceContent(found, sought && !matches.length ? element('li', { class: 'quiet' }, message('search_none')) : null,
      matches.slice(0, 8).map((node) => element('li', {}, element('button', { type: 'button', onclick: () => {
        input.value = '';
        search();
        select({ kind: 'node', id: node.id });
        byId('picture').focus();
      } }, glyphSample(node.class), element('span', {}, words(node.names))))));
    replaceContent(count, sought ? message('search_found', { n: matches.length }) : null);
  };
  input.addEventListener('keydown', (event) => {
    const first = found.querySelector('button');
    if (event.key === 'Enter' && first) first.click();
    if (event.key === 'Escape') {
      input.value = '';
      search();
    }
  });
  replaceContent(byId('finder'), element('label', { for: 'search' }, message('search')), input, count, found);
}

const namesOf = (node) => [...LANGUAGES.flatMap((language) => [node.names[language], node.short[language]]), ...node.others, node.id];
