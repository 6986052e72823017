// The picture: vis-network draws lines and moves things; cards and captions are drawn here, from the stored layout.

const FONT = { en: '"Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Noto Sans CJK SC", sans-serif',
  zh: '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans", sans-serif' };
const { nodeSize: NODE_SIZE, nodeLine: NODE_LINE, glyphSpace: GLYPH_SPACE, padding: PADDING,
  captionSize: CAPTION_SIZE, captionLine: CAPTION_LINE } = diagram.lettering;
const SMALLEST = 6.2; // pixels on the screen below which words on lines are left out
const GLYPHS = new Map(Object.entries(diagram.classes).map(([id, style]) => [id, new Path2D(style.glyph)]));
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

const stage = { network: null, nodes: null, edges: null, faded: new Set(), captions: [], touched: false, pointed: null };

function makePicture(select) {
  stage.nodes = new vis.DataSet(picture.nodes.map((node) => ({ ...node, ctxRenderer: card })));
  stage.edges = new vis.DataSet(picture.edges);
  const frame = element('div', { class: 'frame' });
  const hint = element('div', { class: 'hint', hidden: true, 'aria-hidden': 'true' });
  byId('picture').append(frame, hint);
  stage.network = new vis.Network(frame, { nodes: stage.nodes, edges: stage.edges }, picture.options);
  frame.querySelectorAll('[tabindex]').forEach((inner) => inner.setAttribute('tabindex', '-1'));
  stage.network.on('beforeDrawing', (ctx) => {
    furniture(ctx);
    bands(ctx);
    courses(ctx);
  });
  stage.network.on('dragEnd', ({ nodes: moved }) => { if (moved.length) restyle(); });
  stage.network.on('afterDrawing', captions);
  stage.network.on('click', ({ nodes: [node], edges: [edge], pointer }) => {
    const written = stage.captions.find((box) => inside(box, pointer.canvas));
    if (node) select({ kind: 'node', id: node });
    else if (written) select({ kind: 'edge', id: written.id });
    else if (edge || courseAt(pointer.canvas)) select({ kind: 'edge', id: edge || courseAt(pointer.canvas) });
    else select(null);
  });
  const show = (text, pointer) => {
    replaceContent(hint, text);
    hint.hidden = false;
    const room = byId('picture').clientWidth;
    hint.style.left = `${Math.max(4, Math.min(pointer.DOM.x + 14, room - 290))}px`;
    hint.style.top = `${pointer.DOM.y + 16}px`;
  };
  const hide = () => { hint.hidden = true; };
  stage.network.on('hoverNode', ({ node, pointer }) => show(words(nodes.get(node).names), pointer));
  stage.network.on('hoverEdge', ({ edge, pointer }) => show(`${lead(edges.get(edge))} ${words(edges.get(edge).sentence)}`, pointer));
  frame.addEventListener('mousemove', (event) => {
    const { left, top } = frame.getBoundingClientRect();
    const pointer = { DOM: { x: event.clientX - left, y: event.clientY - top } };
    const id = stage.network.getNodeAt(pointer.DOM) ? null : courseAt(stage.network.DOMtoCanvas(pointer.DOM));
    if (id) show(`${lead(edges.get(id))} ${words(edges.get(id).sentence)}`, pointer);
    else if (stage.pointed) hide();
    stage.pointed = id;
  });
  for (const event of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) stage.network.on(event, hide);
  // The library doesn't notice a pointer that leaves the picture.
  byId('picture').addEventListener('pointerleave', hide);
  for (const event of ['dragStart', 'zoom']) stage.network.on(event, () => { stage.touched = true; });
  stage.network.on('resize', () => requestAnimationFrame(() => { if (!stage.touched) showEverything(); }));
  showEverything();
}

const inside = (box, point) => Math.abs(point.x - box.x) <= box.width / 2 && Math.abs(point.y - box.y) <= box.height / 2;

function showEverything() {
  const [left, top, right, bottom] = diagram.bounds;
  const { clientWidth, clientHeight } = byId('picture');
  if (clientWidth < 40 || clientHeight < 40) return;
  const scale = Math.min((clientWidth - 32) / (right - left), (clientHeight - 32) / (bottom - top), 1.3);
  stage.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
  stage.touched = false;
}

function zoom(factor) {
  stage.touched = true;
  stage.network.moveTo({ scale: Math.max(0.05, Math.min(4, stage.network.getScale() * factor)) });
}

function card({ ctx, id, x, y, state: { selected, hover } }) {
  const node = nodes.get(id);
  const { lines, width, height } = node.card[state.language];
  const { colour, tint } = diagram.classes[node.class];
  const faded = stage.faded.has(id);
  return {
    nodeDimensions: { width, height },
    drawNode() {
      const [left, top] = [x - width / 2, y - height / 2];
      const change = diagram.changes[node.change];
      if (change) {
        ctx.beginPath();
        rounded(ctx, left - 3, top - 3, width + 6, height + 6, 9);
        ctx.strokeStyle = change.colour;
        ctx.lineWidth = 7;
        ctx.setLineDash(change.dashes);
        ctx.stroke();
        ctx.setLineDash([]);
      }
      ctx.beginPath();
      rounded(ctx, left, top, width, height, 7);
      ctx.fillStyle = diagram.colours.paper;
      ctx.fill();
      ctx.globalAlpha = faded ? 0.25 : 1;
      ctx.fillStyle = node.emphasised ? colour : tint;
      ctx.fill();
      ctx.lineWidth = selected ? 3.5 : hover ? 2.2 : 1.2;
      ctx.strokeStyle = selected ? diagram.colours.ink : colour;
      ctx.stroke();
      ctx.fillStyle = node.emphasised ? diagram.colours.paper : colour;
      ctx.save();
      ctx.translate(left + PADDING, y - 7.5);
      ctx.scale(15 / 16, 15 / 16);
      ctx.fill(GLYPHS.get(node.class), 'evenodd');
      ctx.restore();
      ctx.fillStyle = node.emphasised ? diagram.colours.paper : diagram.colours.ink;
      ctx.font = `${node.emphasised ? 600 : 500} ${NODE_SIZE}px ${FONT[state.language]}`;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      lines.forEach((line, index) => {
        ctx.fillText(line, left + PADDING + GLYPH_SPACE, y + (index - (lines.length - 1) / 2) * NODE_LINE + 0.5, width - GLYPH_SPACE - 2 * PADDING + 2);
      });
    },
  };
}

function rounded(ctx, left, top, width, height, radius) {
  ctx.moveTo(left + radius, top);
  ctx.arcTo(left + width, top, left + width, top + height, radius);
  ctx.arcTo(left + width, top + height, left, top + height, radius);
  ctx.arcTo(left, top + height, left, top, radius);
  ctx.arcTo(left, top, left + width, top, radius);
  ctx.closePath();
}

// The axis of a timeline: each year is a band with its number above the line, which is fine where years are left out.
function axis(ctx, years) {
  if (!years.length) return;
  const { y } = years[0];
  ctx.fillStyle = diagram.colours.band;
  for (const { left, right, top, bottom } of years) ctx.fillRect(left, top, right - left, bottom - top);
  ctx.strokeStyle = diagram.colours.ink;
  ctx.lineWidth = 1;
  ctx.setLineDash([2, 3]);
  ctx.beginPath();
  ctx.moveTo(years[0].left, y);
  ctx.lineTo(years.at(-1).right, y);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = diagram.colours.ink;
  ctx.textAlign = 'center';
  for (const { left, right, label } of years) {
    ctx.fillRect(left, y - 1.25, right - left, 2.5);
    ctx.fillText(label, (left + right) / 2, y - 13);
  }
}

// Frames, the years of a timeline and the dates under them: they stand still when nodes are moved.
function furniture(ctx) {
  const { frames, years, spans } = diagram.furniture;
  ctx.save();
  ctx.textBaseline = 'middle';
  ctx.font = `13px ${FONT[state.language]}`;
  axis(ctx, years);
  ctx.textAlign = 'left';
  for (const { box: [left, top, width, height], heading, colour, glyph } of frames) {
    ctx.beginPath();
    rounded(ctx, left, top, width, height, 10);
    // Years are seen through the frames that stand over them.
    if (!years.length) {
      ctx.fillStyle = '#fafbfc';
      ctx.fill();
    }
    ctx.lineWidth = 1;
    ctx.strokeStyle = colour;
    ctx.globalAlpha = 0.55;
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.fillStyle = colour;
    if (glyph) {
      ctx.save();
      ctx.translate(left + 12, top + 10.5);
      ctx.scale(15 / 16, 15 / 16);
      ctx.fill(new Path2D(glyph), 'evenodd');
      ctx.restore();
    }
    ctx.fillText(words(heading), left + (glyph ? 36 : 14), top + 18);
  }
  ctx.font = `11px ${FONT[state.language]}`;
  for (const { node, left, right, y, words: date, open } of spans) {
    if (isNodeHidden(nodes.get(node))) continue;
    ctx.strokeStyle = '#4d5863';
    ctx.fillStyle = diagram.colours.paper;
    ctx.lineWidth = 4;
    ctx.setLineDash(open ? [4, 3] : []);
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(right, y);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineWidth = 1.6;
    ctx.beginPath();
    ctx.arc(left, y, 3.5, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = '#4d5863';
    ctx.fillText(words(date), left + 8, y + 12);
  }
  ctx.restore();
}

const HOMES = new Map(picture.nodes.map(({ id, x, y }) => [id, { x, y }]));

// Whether an edge is led around boxes and both its ends stand where the layout has them; else vis-network draws it.
function isLed(edge) {
  return Boolean(edge.course) && [edge.from, edge.to].every((id) => {
    const { x, y } = stage.network.getPosition(id);
    const home = HOMES.get(id);
    return Math.abs(x - home.x) < 1 && Math.abs(y - home.y) < 1;
  });
}

function trace(ctx, curve) {
  ctx.beginPath();
  ctx.moveTo(...curve[0]);
  for (let at = 1; at < curve.length; at += 3) ctx.bezierCurveTo(...curve[at], ...curve[at + 1], ...curve[at + 2]);
}

// What a scenario does to a line: a band along it.
function bands(ctx) {
  const positions = stage.network.getPositions();
  ctx.save();
  for (const drawn of picture.edges) {
    const edge = edges.get(drawn.id);
    const change = diagram.changes[edge.change];
    if (!change || isEdgeHidden(edge)) continue;
    ctx.globalAlpha = stage.faded.has(edge.id) ? 0.13 : 1;
    ctx.strokeStyle = change.colour;
    ctx.lineWidth = change.width;
    ctx.setLineDash(change.dashes);
    if (isLed(edge)) trace(ctx, edge.course[state.language].curve);
    else {
      ctx.beginPath();
      for (let step = 0; step <= 24; step += 1) {
        const { x, y } = pointOn(drawn, positions, step / 24);
        if (step) ctx.lineTo(x, y); else ctx.moveTo(x, y);
      }
    }
    ctx.stroke();
  }
  ctx.restore();
}

// The lines that vis-network can't draw, with their heads.
function courses(ctx) {
  ctx.save();
  ctx.lineJoin = 'round';
  for (const edge of edges.values()) {
    if (isEdgeHidden(edge) || !isLed(edge)) continue;
    const { colour, dashes, width } = modality(edge.modality);
    const { curve, head, filled, closed } = edge.course[state.language];
    const chosen = state.selected && state.selected.kind === 'edge' && state.selected.id === edge.id;
    ctx.globalAlpha = stage.faded.has(edge.id) ? 0.13 : 1;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width + (chosen ? 1.5 : 0);
    ctx.setLineDash(dashes);
    trace(ctx, curve);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineWidth = filled ? 1 : 1.8;
    ctx.fillStyle = filled ? colour : diagram.colours.paper;
    ctx.beginPath();
    head.forEach((point, index) => (index ? ctx.lineTo(...point) : ctx.moveTo(...point)));
    if (closed) {
      ctx.closePath();
      ctx.fill();
    }
    ctx.stroke();
  }
  ctx.restore();
}

// The edge led around boxes that passes a point.
function courseAt(point) {
  const ctx = byId('picture').querySelector('canvas').getContext('2d');
  ctx.save();
  ctx.resetTransform();
  ctx.lineWidth = 12 / stage.network.getScale();
  const found = [...edges.values()].find((edge) => {
    if (isEdgeHidden(edge) || !isLed(edge)) return false;
    trace(ctx, edge.course[state.language].curve);
    return ctx.isPointInStroke(point.x, point.y);
  });
  ctx.restore();
  return found ? found.id : null;
}

function pointOn(drawn, positions, t) {
  const [start, end] = [positions[drawn.from], positions[drawn.to]];
  let via = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  if (drawn.smooth) {
    const bend = drawn.smooth.roundness * (drawn.smooth.type === 'curvedCW' ? 1 : -1);
    const share = 0.5 * Math.abs(bend) + 0.5;
    const angle = Math.atan2(start.y - end.y, end.x - start.x) + (0.5 * bend + 0.5) * Math.PI;
    const reach = share * Math.hypot(end.x - start.x, end.y - start.y);
    via = { x: start.x + reach * Math.sin(angle), y: start.y + reach * Math.cos(angle) };
  }
  const mix = (axis) => (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * via[axis] + t * t * end[axis];
  return { x: mix('x'), y: mix('y') };
}

function captions(ctx) {
  const large = stage.network.getScale() * CAPTION_SIZE >= SMALLEST;
  const positions = stage.network.getPositions();
  const chosen = state.selected && state.selected.kind === 'edge' ? state.selected.id : null;
  stage.captions = [];
  ctx.save();
  ctx.font = `${CAPTION_SIZE}px ${FONT[state.language]}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const drawn of picture.edges) {
    const edge = edges.get(drawn.id);
    const written = edge.caption[state.language] || (edge.id === chosen ? wholeCaption(ctx, edge) : null);
    if (!written || isEdgeHidden(edge) || stage.faded.has(edge.id) || !(large || edge.id === chosen)) continue;
    const { x, y } = isLed(edge) && written.x !== undefined ? written : pointOn(drawn, positions, written.t);
    stage.captions.push({ id: edge.id, x, y, width: written.width, height: written.height });
    ctx.beginPath();
    rounded(ctx, x - written.width / 2, y - written.height / 2, written.width, written.height, 4);
    ctx.globalAlpha = 0.92;
    ctx.fillStyle = diagram.colours.paper;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.fillStyle = modality(edge.modality).colour;
    if (edge.id === chosen) {
      ctx.lineWidth = 1.5;
      ctx.strokeStyle = diagram.colours.ink;
      ctx.stroke();
    }
    written.lines.forEach((line, index) => {
      ctx.fillText(line, x, y + (index - (written.lines.length - 1) / 2) * CAPTION_LINE + 0.5, written.width - 4);
    });
  }
  ctx.restore();
}

function wholeCaption(ctx, edge) {
  const line = words(edge.label);
  return { lines: [line], t: 0.5, width: Math.min(240, ctx.measureText(line).width + 10), height: CAPTION_LINE + 4 };
}

// Fades what doesn't belong to the selection, hides what the filter hides; the diagram's data never changes.
function restyle() {
  const near = new Set();
  if (state.selected && state.selected.kind === 'node') {
    near.add(state.selected.id);
    for (const edge of edgesOf(state.selected.id)) near.add(edge.id).add(edge.from).add(edge.to);
  } else if (state.selected) {
    const edge = edges.get(state.selected.id);
    near.add(edge.id).add(edge.from).add(edge.to);
  }
  stage.faded = new Set(near.size ? [...nodes.keys(), ...edges.keys()].filter((id) => !near.has(id)) : []);
  stage.nodes.update(diagram.nodes.map((node) => ({ id: node.id, hidden: isNodeHidden(node) })));
  stage.edges.update(picture.edges.map((drawn) => ({
    id: drawn.id,
    hidden: isEdgeHidden(edges.get(drawn.id)) || isLed(edges.get(drawn.id)),
    color: { ...drawn.color, opacity: stage.faded.has(drawn.id) ? 0.13 : 1 },
  })));
  stage.network.unselectAll();
  if (state.selected && state.selected.kind === 'node') stage.network.selectNodes([state.selected.id], false);
  if (state.selected && state.selected.kind === 'edge') stage.network.selectEdges([state.selected.id]);
}

function bringIntoView(ids) {
  const { clientWidth, clientHeight } = byId('picture');
  const positions = Object.values(stage.network.getPositions(ids)).map((point) => stage.network.canvasToDOM(point));
  if (positions.every(({ x, y }) => x > 30 && y > 20 && x < clientWidth - 30 && y < clientHeight - 20)) return;
  stage.network.focus(ids[0], { scale: stage.network.getScale(), animation: calm.matches ? false : { duration: 250 } });
}
