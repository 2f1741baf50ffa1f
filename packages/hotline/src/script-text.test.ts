import { describe, expect, it } from 'vitest'
import { checkScript, scriptParts } from './script-text.ts'

const right = {
  textZh: '{caller}，挂失有效期为 {lossDays} 天，请尽快到窗口。',
  textEn: '{caller}, the report runs for {lossDays} days: please come to a window soon.',
  sourceZh: '社会保险法',
  sourceEn: 'Social Insurance Law',
}

describe('what an agent says', () => {
  it('stands in both languages, with the same names put in, and no term typed', () => {
    expect(checkScript(right)).toEqual([])
    const wrong = (change: Partial<typeof right>) =>
      checkScript({ ...right, ...change }).map(({ field, code, found }) => [field, code, found])
    expect(wrong({ textEn: ' \u3000\n', sourceZh: '' })).toEqual([
      ['textEn', 'LENGTH', '10-800'],
      ['sourceZh', 'LENGTH', '2-200'],
    ])
    expect(wrong({ textZh: '{caller}，有效期为 {lossDay} 天，请到窗口。' })).toEqual([
      ['textZh', 'UNKNOWN_NAME', 'lossDay'],
    ])
    expect(wrong({ textEn: 'The report runs for a while: please come soon.' })).toEqual([
      ['textEn', 'OTHER_NAMES', 'caller'],
      ['textEn', 'OTHER_NAMES', 'lossDays'],
    ])
    for (const [text, term] of [
      ['您的问题会在 10 个工作日内答复，请留意。', '10 个工作日'],
      ['挂失七天后自动恢复，请到窗口办理。', '七天'],
      ['密码输错3次会锁定，请记住密码。', '3次'],
    ] as const)
      expect(wrong({ textZh: text })).toEqual([['textZh', 'TYPED_TERM', term]])
    expect(wrong({ textEn: 'It is answered within ten working days, we promise.' })).toEqual([
      ['textEn', 'TYPED_TERM', 'ten working days'],
    ])
    expect(wrong({ textZh: `${right.textZh}依据社会保险法第六十三条，请一次带齐材料、当天办理。` })).toEqual([])
  })

  it('comes in parts, so that what is put in can be told from what was written', () => {
    expect(scriptParts(right.textZh)).toEqual([
      { name: 'caller' },
      { text: '，挂失有效期为 ' },
      { name: 'lossDays' },
      { text: ' 天，请尽快到窗口。' },
    ])
    expect(scriptParts('{constructor}{caller')).toEqual([{ text: '{constructor}' }, { text: '{caller' }])
  })
})
