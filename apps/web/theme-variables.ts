import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'
import { ownVariables, theme } from './src/shared/ui/theme.ts'

/** Names of what no component of ours has: titles, breakpoints of styles in props, the dark grey as the colour of a button, outlines. */
const unused = /^--mantine-(h\d-|heading-|breakpoint-|primary-color-\d|color-dark-[a-z]|color-\w+-outline)/

/**
 * The variables of the theme, for a file of the build: MantineProvider would write them into a style element of the page, which the
 * content policy does not allow. Of Mantine's fourteen colours only those that the theme names are here, since every page loads them.
 */
export function printTheme(): string {
  const { variables, light, dark } = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
  const own = Object.keys(theme.colors ?? {})
  const foreign = Object.keys(DEFAULT_THEME.colors)
    .filter((colour) => !own.includes(colour))
    .map((colour) => `--mantine-color-${colour}-`)
  const isKept = (name: string) =>
    !(name in ownVariables) && !unused.test(name) && !foreign.some((colour) => name.startsWith(colour))
  const kept = (all: Record<string, string>) => Object.fromEntries(Object.entries(all).filter(([name]) => isKept(name)))
  const css = convertCssVariables(
    {
      variables: { ...kept(variables), ...ownVariables },
      light: { '--mantine-color-scheme': 'light', ...kept(light) },
      dark: { '--mantine-color-scheme': 'dark', ...kept(dark) },
    },
    ':root',
  )
  return laidOut(css)
}

/** A declaration a line. No value of the theme holds a brace or a semicolon. */
const laidOut = (css: string): string =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .map(([, selector = '', body = '']) => {
      const lines = body
        .split(';')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      return `${selector.trim().replaceAll('"', "'")} {\n${lines.map((line) => `  ${line};\n`).join('')}}\n`
    })
    .join('\n')

/** As `main.tsx` names it: a file that stands nowhere but in the build and what is served in development. */
const asked = 'virtual:theme-variables.css'
const given = '/theme-variables.css'

/** What would write them, and the classes of hidden sizes, while the page runs: the provider is told not to (`app.tsx`), and carries it all the same. */
const writer = /@mantine[\\/]core[\\/]esm[\\/].*[\\/](MantineCssVariables|MantineClasses)\.mjs$/

export const themeVariables = (): Plugin => ({
  name: 'shebao-theme-variables',
  resolveId: (id) => (id === asked ? given : undefined),
  load(id) {
    if (id === given) return printTheme()
    const [, name] = writer.exec(id) ?? []
    return name === undefined ? undefined : `export const ${name} = () => null`
  },
})
