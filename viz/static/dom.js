// The page's data and state, and how elements are made: of text nodes only, so that no label is ever read as markup.

const { language: firstLanguage, diagram, picture } = JSON.parse(document.getElementById('data').textContent);
const LANGUAGES = ['en', 'zh'];
const SVG = 'http://www.w3.org/2000/svg';

const state = {
  language: firstLanguage,
  selected: null, // {kind: 'node' | 'edge', id}
  walker: null, // id of the node the keyboard stands on
  hiddenClasses: new Set(),
  hiddenModalities: new Set(),
  hiddenFamilies: new Set(),
  hiddenChanges: new Set(),
  years: { from: null, to: null },
};

const nodes = new Map(diagram.nodes.map((node) => [node.id, node]));
const edges = new Map(diagram.edges.map((edge) => [edge.id, edge]));
const sources = new Map(diagram.sources.map((source) => [source.number, source]));

const byId = (id) => document.getElementById(id);
const colon = () => (state.language === 'zh' ? '：' : ': ');
const words = (text) => text[state.language];

function message(key, values = {}) {
  return words(diagram.messages[key]).replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

function fill(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined) {
      parent.append(typeof child === 'object' ? child : document.createTextNode(child));
    }
  }
  return parent;
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick' || name === 'onchange' || name === 'oninput') {
      made.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  return fill(made, children);
}

function drawing(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return fill(made, children);
}

function replaceContent(parent, ...children) {
  parent.replaceChildren();
  fill(parent, children);
}

const isNodeHidden = (node) => state.hiddenClasses.has(node.class) || state.hiddenChanges.has(node.change) || outside(node.years);
const isClaimHidden = (claim) => state.hiddenModalities.has(claim.modality) || state.hiddenFamilies.has(claim.family) || outside(claim.years);
const isEdgeHidden = (edge) => isClaimHidden(edge) || state.hiddenChanges.has(edge.change)
  || isNodeHidden(nodes.get(edge.from)) || isNodeHidden(nodes.get(edge.to));
const edgesOf = (id) => diagram.edges.filter((edge) => (edge.from === id || edge.to === id) && !isEdgeHidden(edge));
const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);

const modality = (id) => diagram.modalities[id];
const lead = (claim) => (claim.isCount ? '' : diagram.leads[claim.modality] ? words(diagram.leads[claim.modality]) : words(modality(claim.modality).label));

// The small samples of the legend, the panel and the table.
function glyphSample(classId) {
  const { colour, glyph } = diagram.classes[classId];
  return drawing('svg', { viewBox: '0 0 16 16', width: 15, height: 15, 'aria-hidden': 'true', class: 'glyph' },
    drawing('path', { d: glyph, fill: colour, 'fill-rule': 'evenodd' }));
}

const HEADS = {
  triangle: 'M36 8l-9-5v10z',
  vee: 'M36 8l-9-5l3 5l-3 5z',
  bar: 'M33 2h3v12h-3z',
  diamond: 'M36 8l-5-4.5l-5 4.5l5 4.5z',
  circle: 'M31 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
};

function lineSample(modalityId) {
  const { colour, dashes, width, arrow } = modality(modalityId);
  return drawing('svg', { viewBox: '0 0 38 16', width: 38, height: 16, 'aria-hidden': 'true', class: 'line' },
    drawing('path', { d: 'M1 8H28', stroke: colour, 'stroke-width': width, 'stroke-dasharray': dashes.join(' '), fill: 'none' }),
    drawing('path', { d: HEADS[arrow], fill: colour }));
}

function changeSample(change) {
  const { sign, colour, dashes } = diagram.changes[change];
  return drawing('svg', { viewBox: '0 0 38 16', width: 38, height: 16, 'aria-hidden': 'true', class: 'line' },
    drawing('path', { d: 'M1 8H37', stroke: colour, 'stroke-width': 10, 'stroke-dasharray': dashes.join(' '), fill: 'none' }),
    drawing('text', { x: 19, y: 12, 'text-anchor': 'middle', 'font-size': 13, 'font-weight': 700, fill: diagram.colours.ink }, sign));
}
