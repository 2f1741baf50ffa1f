import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from './bench.ts'

/** A figure of a run that was kept: when, of which code, on what, and what it was. */
export interface KeptFigure {
  /** The civil day. */
  date: string
  /** Short hash; with a plus when the tree held more than the commit. */
  commit: string
  bench: string
  name: string
  unit: string
  /** Absent where only the ratio was written down. */
  value?: number
  peer?: { name: string; value?: number }
  ratio?: number
  aim: number
  better: Figure['better']
  environment: string
}

export const historyFile = join(import.meta.dirname, 'results.json')

export function readHistory(): KeptFigure[] {
  return JSON.parse(readFileSync(historyFile, 'utf8')) as KeptFigure[]
}

/** A line a figure, so that a run is lines added and nothing else. */
export const writtenHistory = (kept: readonly KeptFigure[]): string =>
  `[\n${kept.map((figure) => JSON.stringify(figure)).join(',\n')}\n]\n`

export function keep(figures: readonly (Figure & { bench: string })[], of: Pick<KeptFigure, 'date' | 'environment'>) {
  const commit = headOfTree()
  const added = figures.map(({ name, unit, value, peer, ratio, aim, better, bench, note }): KeptFigure => ({
    date: of.date,
    commit,
    bench,
    name,
    unit,
    value: rounded(value),
    ...(peer && { peer: { name: peer.name, value: rounded(peer.value) } }),
    ...(ratio !== undefined && { ratio: rounded(ratio) }),
    aim,
    better,
    environment: note ? `${of.environment}; ${note}` : of.environment,
  }))
  writeFileSync(historyFile, writtenHistory([...readHistory(), ...added]))
}

/** More digits than a run can repeat are noise in the file. */
const rounded = (value: number) => Number(value.toPrecision(4))

function headOfTree(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
  return `${git('rev-parse', '--short=8', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') ? '+' : ''}`
}

type Held = Pick<KeptFigure, 'aim' | 'better' | 'ratio' | 'value'>

/** What is held against the aim, where bigger or smaller is better. */
export const shown = ({ ratio, value }: Held): number => ratio ?? value ?? Number.NaN

export function meets(figure: Held): boolean {
  return figure.better === 'higher' ? shown(figure) >= figure.aim : shown(figure) <= figure.aim
}
