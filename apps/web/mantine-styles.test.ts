// @vitest-environment node
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { printTheme } from './theme-variables.ts'

const source = join(import.meta.dirname, 'src')
const styles = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles/Button.css'))
const styled = new Set(globSync('*.css', { cwd: styles }).map((name) => name.replace('.css', '')))
const inline = new Set(['Checkbox', 'Radio', 'Switch'])
const stylesIn = (text: string) =>
  [...text.matchAll(/@mantine\/core\/styles\/(\w+)\.css/g)].map(([, name = '']) => name)
const namesOfMantine = (text: string) =>
  [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
const componentsIn = (text: string) =>
  namesOfMantine(text)
    .filter((name) => styled.has(name))
    // What stands beside its label takes its place from a style of their own; the eye of a password is a button with an icon.
    .flatMap((name) => [
      name,
      ...(inline.has(name) ? ['InlineInput'] : []),
      ...(name === 'PasswordInput' ? ['ActionIcon'] : []),
    ])

const onEveryPage = stylesIn(readFileSync(join(source, 'shared/ui/mantine.css'), 'utf8'))
const missing = (text: string) => {
  const here = [...onEveryPage, ...stylesIn(text)]
  return componentsIn(text).filter((name) => !here.includes(name))
}

// A page loads the looks of what it shows; without them a tick fills the screen, unless another page was open before.
describe('what comes with looks of its own', () => {
  it('brings them along wherever it is used', () => {
    const files = globSync('**/*.tsx', { cwd: source }).filter((file) => !file.includes('.test.'))
    expect(files.length).toBeGreaterThan(300)
    const without = files.flatMap((file) =>
      missing(readFileSync(join(source, file), 'utf8')).map((name) => `${name} in ${file}`),
    )
    expect(without).toEqual([])
  })

  it('is noticed without', () => {
    expect(missing("import { Button, Checkbox } from '@mantine/core'")).toEqual(['Checkbox', 'InlineInput'])
    const looks = ['Checkbox', 'InlineInput'].map((name) => `import '@mantine/core/styles/${name}.css'`).join('\n')
    const whole = `import { Checkbox } from '@mantine/core'\n${looks}`
    expect(missing(whole)).toEqual([])
  })
})

describe('the variables of the theme', () => {
  const printed = printTheme()

  it('are all there that our pages and Mantine’s looks ask for', () => {
    const ours = globSync('**/*.{css,ts,tsx}', { cwd: source }).map((file) => readFileSync(join(source, file), 'utf8'))
    const names = new Set(ours.flatMap(stylesIn))
    const theirs = [...names].map((name) => readFileSync(join(styles, `${name}.css`), 'utf8'))
    expect(theirs.length).toBeGreaterThan(10)
    const asked = new Set(
      [...ours, ...theirs].flatMap((text) => [...text.matchAll(/var\((--mantine-[\w-]+)\)/g)].map(([, name]) => name)),
    )
    expect([...asked].filter((name) => !printed.includes(`  ${name}: `))).toEqual([])
  })

  // What the content policy refuses a page: these components and props of Mantine's write a style element of their own.
  it('are all the styles that Mantine has of us', () => {
    const writers = new Set(['AppShell', 'Drawer', 'Flex', 'Grid', 'Modal', 'SimpleGrid'])
    const writing = (text: string) =>
      /\b(visibleFrom|hiddenFrom)=|=\{\{ *(base|xs|sm|md|lg|xl):/.test(text) ||
      namesOfMantine(text).some((name) => writers.has(name))
    const pages = globSync('**/*.tsx', { cwd: source }).filter((file) => !file.includes('.test.'))
    expect(pages.filter((file) => writing(readFileSync(join(source, file), 'utf8')))).toEqual([])
    expect(writing("import { Button, Grid } from '@mantine/core'")).toBe(true)
    expect(writing('<Group gap={{ base: 4, sm: 8 }}>')).toBe(true)
  })
})
