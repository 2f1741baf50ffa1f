import { describe, expect, it } from 'vitest'
import { SHIPPED_PARAMETER_ROWS } from '../parameters/shipped.ts'
import { sourceText } from './source-text.ts'

const both = (source: string) => [sourceText(source, 'zh-CN'), sourceText(source, 'en')]

describe('the source of a parameter', () => {
  it.each([
    ['平均工资 | average wage', ['平均工资', 'average wage']],
    ['平均工资｜average wage', ['平均工资', 'average wage']],
    ['average wage', ['average wage', 'average wage']],
    ['平均工资 |', ['平均工资 |', '平均工资 |']],
    ['| average wage', ['| average wage', '| average wage']],
    ['a | b | c', ['a | b | c', 'a | b | c']],
  ])('%s', (source, texts) => expect(both(source)).toEqual(texts))

  it('is told in both languages by every shipped row, in English with Chinese only for a title', () => {
    const titles = /《[^》]+》/gu
    for (const { source } of SHIPPED_PARAMETER_ROWS) {
      const [chinese, english] = both(source)
      expect(chinese).toMatch(/\p{Script=Han}/u)
      expect(english?.replaceAll(titles, '')).not.toMatch(/\p{Script=Han}/u)
    }
  })
})
