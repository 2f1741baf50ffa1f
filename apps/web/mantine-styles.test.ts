// @vitest-environment node
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, 'src')
const styles = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles/Button.css'))
const styled = new Set(globSync('*.css', { cwd: styles }).map((name) => name.replace('.css', '')))
const inline = new Set(['Checkbox', 'Radio', 'Switch'])
const stylesIn = (text: string) =>
  [...text.matchAll(/@mantine\/core\/styles\/(\w+)\.css/g)].map(([, name = '']) => name)
const componentsIn = (text: string) =>
  [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => styled.has(name))
    // What stands beside its label takes its place from a style of their own.
    .flatMap((name) => (inline.has(name) ? [name, 'InlineInput'] : [name]))

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
