import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findHidden, withoutHidden } from './hidden-characters.ts'

it.each([
  ['王\u202e芳', 'U+202E', '王芳'],
  ['\u2066北京\u2069公司', 'U+2066', '北京公司'],
  ['A\u200dB', 'U+200D', 'AB'],
  ['\ufeff社保', 'U+FEFF', '社保'],
  ['李\u3164', 'U+3164', '李'],
  ['x\u{e0041}', 'U+E0041', 'x'],
])('%j holds %s', (text, character, seen) => {
  expect(findHidden(text)).toBe(character)
  expect(withoutHidden(text)).toBe(seen)
})

it.each(['王芳', '𠮷野', '葛\u{e0100}城', "O'Brien-Ñandú", '阿卜杜拉·买买提', 'a\tb\nc', '', '甲 乙'])(
  'leaves %j as it is',
  (text) => {
    expect(findHidden(text)).toBeUndefined()
    expect(withoutHidden(text)).toBe(text)
  },
)

it('takes them out of JSON as out of its texts, so that whole answers can be cleaned at once', () => {
  const parts = fc.constantFrom('王', 'a', '\u202e', '\u200b', '"', '\\', '\u2028', '\n', '\u{e0020}')
  const text = fc.array(parts).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      expect(JSON.parse(withoutHidden(JSON.stringify(texts)))).toEqual(texts.map(withoutHidden))
    }),
  )
})
