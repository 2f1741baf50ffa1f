import { meets, shown } from './history.ts'
import type { KeptFigure } from './history.ts'

// The kept figures as one picture: a line each, how far it is from its aim. Left of the middle is met, whichever way the figure runs.

const [width, labels, plot, rowHeight, top] = [1310, 580, 370, 22, 96]
const [least, most] = [0.05, 5]
const marks = [0.05, 0.1, 0.2, 0.5, 1, 2, 5]

/** 1 is the aim itself; 2 twice as far as it allows, 0.5 half of that. */
const distance = (figure: KeptFigure): number =>
  figure.better === 'higher' ? figure.aim / shown(figure) : shown(figure) / figure.aim

const place = (share: number): number => {
  const within = Math.min(most, Math.max(least, share))
  return labels + (plot * Math.log(within / least)) / Math.log(most / least)
}

/** Each at least 4.5 to 1 on its ground. */
const light = {
  ground: '#ffffff',
  ink: '#1f2937',
  quiet: '#5b6472',
  line: '#d5d9df',
  met: '#0b6b5d',
  missed: '#b3261e',
}
const dark = { ground: '#16191d', ink: '#e6e8eb', quiet: '#a2abb8', line: '#3a414b', met: '#5ec9b4', missed: '#ff8a80' }

/** Written out for both: not everything that draws SVG knows variables of CSS. */
const coloursOf = ({ ground, ink, quiet, line, met, missed }: typeof light): string =>
  `.ground { fill: ${ground}; } text { fill: ${ink}; } .quiet, .date, .mark { fill: ${quiet}; } .grid { stroke: ${line}; }
.aim { stroke: ${ink}; } .met { fill: ${met}; } .missed { fill: ${missed}; } .earlier { stroke: ${quiet}; }`

interface Row {
  latest: KeptFigure
  earlier: KeptFigure[]
}

/** Each figure once with its runs, by bench, in the order in which they were first kept. */
function rowsOf(kept: readonly KeptFigure[]): Map<string, Row[]> {
  const figures = Map.groupBy(kept, ({ bench, name, peer }) => `${bench}\n${name}\n${peer?.name}`)
  const rows = [...figures.values()].map((runs): Row => ({ latest: runs.at(-1)!, earlier: runs.slice(0, -1) }))
  return Map.groupBy(rows, ({ latest }) => latest.bench)
}

export function drawChart(kept: readonly KeptFigure[]): string {
  const groups = rowsOf(kept)
  const parts: string[] = []
  let y = top
  for (const [bench, rows] of groups) {
    parts.push(`<text class="bench" x="16" y="${y + 15}">${escape(bench)}</text>`)
    y += rowHeight
    for (const row of rows) {
      parts.push(drawRow(row, y))
      y += rowHeight
    }
    y += 8
  }
  return `${[head(y + 34), grid(y), ...parts, foot(y), '</svg>'].join('\n')}\n`
}

function drawRow({ latest, earlier }: Row, y: number): string {
  const middle = y + rowHeight / 2
  const met = meets(latest)
  const x = place(distance(latest)).toFixed(1)
  const before = earlier.map(
    (run) => `<circle class="earlier" cx="${place(distance(run)).toFixed(1)}" cy="${middle}" r="3"/>`,
  )
  // Two shapes, so that nobody has to tell them by their colour.
  const mark = met
    ? `<circle class="met" cx="${x}" cy="${middle}" r="5"/>`
    : `<path class="missed" d="M${x} ${middle - 6}l6 6l-6 6l-6 -6z"/>`
  const sign = latest.better === 'higher' ? '≥' : '≤'
  const unit = latest.ratio === undefined ? ` ${latest.unit}` : ''
  return [
    `<text class="name" x="28" y="${middle + 4}">${escape(nameOf(latest))}</text>`,
    ...before,
    mark,
    `<text class="value" x="${labels + plot + 16}" y="${middle + 4}">${format(shown(latest))}${escape(unit)} (${sign} ${latest.aim}) ${met ? 'met' : 'not met'}</text>`,
    `<text class="date" x="${width - 16}" y="${middle + 4}">${latest.date}</text>`,
  ].join('\n')
}

function head(height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title what">
<title id="title">Kept figures against their aims</title>
<desc id="what">One line for each figure of the benchmarks: a dot left of the aim is met, a diamond right of it is not. Faint dots are earlier runs.</desc>
<style>
text { font: 13px system-ui, sans-serif; }
.title { font-size: 17px; font-weight: 600; }
.bench { font-weight: 600; }
.mark { text-anchor: middle; font-size: 12px; }
.date { text-anchor: end; font-size: 12px; }
.aim { stroke-width: 2; }
.earlier { fill: none; }
${coloursOf(light)}
@media (prefers-color-scheme: dark) {
${coloursOf(dark)}
}
</style>
<rect class="ground" width="100%" height="100%" rx="8"/>
<text class="title" x="16" y="32">Kept figures against their aims</text>
<text class="quiet" x="16" y="54">Share of what the aim allows, on a logarithmic scale: left of the line is met (dot), right of it is not (diamond). Rings: earlier runs.</text>`
}

function grid(bottom: number): string {
  return marks
    .map((mark) => {
      const x = place(mark).toFixed(1)
      const name = mark === 1 ? 'aim' : `${mark} ×`
      return `<line class="${mark === 1 ? 'aim' : 'grid'}" x1="${x}" y1="${top - 8}" x2="${x}" y2="${bottom}"/>
<text class="mark" x="${x}" y="${top - 16}">${name}</text>`
    })
    .join('\n')
}

const foot = (y: number): string =>
  `<text class="quiet" x="16" y="${y + 20}">bench/results.json has each run with its commit and what it ran on; beyond the edges a mark stands at the edge.</text>`

const longest = 78
/** What was measured, and against what. */
function nameOf({ name, peer }: KeptFigure): string {
  const whole = peer && !name.includes(peer.name) ? `${name} : ${peer.name}` : name
  return whole.length > longest ? `${whole.slice(0, longest - 1)}…` : whole
}

const format = (value: number) =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
