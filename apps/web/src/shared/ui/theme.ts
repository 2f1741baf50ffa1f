import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Deep blue-green (青), for what can be pressed; the eighth step is the accent itself. */
const qing: MantineColorsTuple = [
  '#e9f4f5',
  '#d3e7e9',
  '#a6d0d4',
  '#76b8be',
  '#4fa3aa',
  '#2f8f98',
  '#187d87',
  '#0b6670',
  '#085660',
  '#04444c',
]

/** Vermilion (朱), only for the seal, what is overdue and what was refused. */
const zhu: MantineColorsTuple = [
  '#fcefeb',
  '#f6dad3',
  '#ecb3a6',
  '#e28a77',
  '#d9674f',
  '#cf4d33',
  '#c43f24',
  '#b8341b',
  '#992a15',
  '#7a200f',
]

/** Warm greys, so that inputs and borders are of the same paper as the rest. */
const gray: MantineColorsTuple = [
  '#faf8f4',
  '#f0ede5',
  '#e6e2d8',
  '#dedacf',
  '#c9c4b7',
  '#aaa597',
  '#8c877a',
  '#5d5950',
  '#3d3a34',
  '#1c1b18',
]
const dark: MantineColorsTuple = [
  '#eeebe3',
  '#d5d0c4',
  '#b0aa9c',
  '#8d8779',
  '#5f5a4f',
  '#3d3a33',
  '#26241f',
  '#201f1b',
  '#171613',
  '#100f0d',
]

export const theme = createTheme({
  colors: { qing, zhu, gray, dark },
  primaryColor: 'qing',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Consolas, 'Noto Sans Mono', monospace",
  // Five sizes: tables and notes, body, lead, heading, figure. Small controls use the first two.
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.625rem' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.6', lg: '1.4', xl: '1.3' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.3' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 4px 16px rgb(0 0 0 / 0.12)',
    lg: '0 8px 32px rgb(0 0 0 / 0.16)',
    xl: '0 8px 32px rgb(0 0 0 / 0.16)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    InputWrapper: { styles: { label: { marginBottom: 4 }, description: { marginBottom: 4 }, error: { marginTop: 4 } } },
    // A long verb takes a second line on a phone and the button grows with it.
    Button: {
      defaultProps: { size: 'md' },
      styles: {
        root: {
          display: 'inline-flex',
          alignItems: 'center',
          justifyContent: 'center',
          height: 'auto',
          minHeight: 'max(var(--button-height), var(--thumb, 0px))',
          paddingBlock: 4,
        },
        label: { height: 'auto', whiteSpace: 'normal', lineHeight: 1.35 },
      },
    },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
  },
})

/** Mantine's variables that take the paper-and-ink tokens of tokens.css, which follow the system's light or dark. */
export const ownVariables: Readonly<Record<string, string>> = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-error': 'var(--vermilion)',
  '--mantine-color-success': 'var(--ok)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-disabled': 'var(--surface-sunk)',
  '--mantine-color-disabled-color': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
}
