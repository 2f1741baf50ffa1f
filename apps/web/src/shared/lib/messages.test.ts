import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  defineMessages,
  fillMessage,
  messageParameters,
  translator,
  type Messages,
  type MessageTexts,
} from './messages.ts'

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../**/*messages.ts', '../../**/*-words.ts', '!../lib/**'],
  { eager: true },
)

function isMessages(value: unknown): value is Messages<MessageTexts> {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

const all = Object.entries(modules).flatMap(([file, exports]) =>
  Object.values(exports)
    .filter(isMessages)
    .map((messages) => [file, messages] as const),
)

describe('every messages file', () => {
  it('is found', () => expect(all.length).toBeGreaterThan(3))

  it.each(all)('%s says the same in both languages', (_file, { zh, en }) => {
    const asked = (texts: MessageTexts) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, messageParameters(text)]))
    expect(asked(en)).toEqual(asked(zh))
    const blank = [...Object.entries(zh), ...Object.entries(en)].filter(([, text]) => text.trim() === '')
    expect(blank).toEqual([])
  })

  it.each(all)('%s has no Chinese in the English', (_file, { en }) => {
    // A Chinese term may stand in brackets behind its English one.
    const mixed = Object.entries(en).filter(
      ([key, text]) => key !== 'switchToChinese' && /[\u4e00-\u9fff]/.test(text.replace(/[（(][^)）]*[)）]/g, '')),
    )
    expect(mixed).toEqual([])
  })
})

/** The same text in ICU's own grammar, where an apostrophe may quote and a value says what it is. */
function inIcu(text: string): string {
  return text
    .replaceAll("'", "''")
    .replace(/\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (_, name: string, one?: string, other?: string) =>
      one === undefined ? `{${name}, number}` : `{${name}, plural, one {${one}} other {${other}}}`,
    )
}

describe('every text is filled as ICU’s message format fills it', () => {
  it.each(all)('%s', (_file, { zh, en }) => {
    for (const [language, texts] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const)
      for (const text of Object.values(texts)) {
        const icu = new IntlMessageFormat(inIcu(language === 'en' ? text.replaceAll('\u2019', "'") : text), language)
        for (const count of [0, 1, 2, 1234]) {
          const values = Object.fromEntries(messageParameters(text).map((name) => [name, count]))
          expect(fillMessage(text, language, values)).toBe(icu.format(values))
        }
      }
  })
})

describe('filling a message', () => {
  it('groups numbers and leaves text alone', () => {
    expect(fillMessage('{year}: {count}', 'en', { year: '2026', count: 12345 })).toBe('2026: 12,345')
  })

  it('chooses singular and plural by the language', () => {
    const text = '{count|# file|# files}'
    expect([0, 1, 2, 1000].map((count) => fillMessage(text, 'en', { count }))).toEqual([
      '0 files',
      '1 file',
      '2 files',
      '1,000 files',
    ])
    expect(fillMessage(text, 'zh-CN', { count: 1 })).toBe('1 files')
  })

  it('shows English with an apostrophe that every font draws narrow', () => {
    expect(fillMessage('last year\u2019s', 'en', {})).toBe("last year's")
    expect(fillMessage('\u2018引\u2019', 'zh-CN', {})).toBe('\u2018引\u2019')
  })

  it('keeps a value that looks like a placeholder as it is', () => {
    expect(fillMessage('{name}', 'en', { name: '{count}' })).toBe('{count}')
  })

  it('asks the compiler for exactly the values a text needs', () => {
    const t = translator(
      defineMessages(
        { plain: '好', rows: '{count} 行，共 {total}' },
        { plain: 'Good', rows: '{count|# row|# rows} of {total}' },
      ),
      'en',
    )
    expect(t('plain')).toBe('Good')
    expect(t('rows', { count: 1, total: 3 })).toBe('1 row of 3')
    expectTypeOf(t<'plain'>).parameters.toEqualTypeOf<['plain']>()
    expectTypeOf(t<'rows'>).parameters.toEqualTypeOf<['rows', Record<'count' | 'total', string | number>]>()
  })
})
