// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = ['tokens.css', 'contrast.css'].map((file) =>
  readFileSync(join(import.meta.dirname, 'src/shared/ui', file), 'utf8'),
)

/** The tokens as a browser has them with high contrast on: later rules over earlier ones, the dark ones only where they apply. */
function tokens(dark: boolean): Map<string, string> {
  const found = new Map<string, string>()
  for (const sheet of css) {
    const [light = '', ...rest] = sheet.split('@media (prefers-color-scheme: dark)')
    for (const part of dark ? [light, ...rest] : [light])
      for (const [, name = '', value = ''] of part.matchAll(/^\s*(--[\w-]+): (#\w{6});/gm)) found.set(name, value)
  }
  return found
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((left, right) => left - right)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['--paper', '--surface', '--surface-hover', '--surface-sunk']
const written = ['--ink', '--ink-soft', '--accent', '--accent-strong', '--vermilion', '--ok', '--warn', '--idle']
const pairs: (readonly [string, string])[] = [
  ...written.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...['accent', 'vermilion', 'ok', 'warn', 'idle'].map((name) => [`--${name}`, `--${name}-soft`] as const),
  ...['--accent-soft', '--warn-soft', '--ok-soft', '--vermilion-soft', '--idle-soft'].map(
    (ground) => ['--ink', ground] as const,
  ),
  ['--accent-strong', '--accent-soft'],
  ['--on-accent', '--accent-fill'],
  ['--on-accent', '--vermilion-fill'],
]

test.each([
  ['light', false],
  ['dark', true],
])('with high contrast every pair of text and ground has 7:1 in the %s scheme', (_scheme, dark) => {
  const colours = tokens(dark)
  const weak = pairs.flatMap(([text, ground]) => {
    const ratio = contrast(colours.get(text) ?? '#808080', colours.get(ground) ?? '#808080')
    return ratio < 7 ? [`${text} on ${ground}: ${ratio.toFixed(2)}`] : []
  })
  expect(weak).toEqual([])
})
