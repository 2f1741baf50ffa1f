import { describe, expect, it } from 'vitest'
import { searchQuery, searchVector, wordsOf } from './article-words.ts'

describe('the words of an article', () => {
  it('are pairs of Chinese characters and whole words of everything else', () => {
    expect(wordsOf('养老保险')).toEqual(['养老', '老保', '保险'])
    expect(wordsOf('缴')).toEqual(['缴'])
    expect(wordsOf('A 2026年 缴费，Pension-gap!')).toEqual(['a', '2026', '年', '缴费', 'pension', 'gap'])
    expect(wordsOf("'; \\ :* & 　\0")).toEqual([])
    expect(wordsOf('ＡＢＣ卡号')).toEqual(['abc', '卡号'])
  })

  it('keep their places, those of the title first', () => {
    expect(searchVector('断缴', '断缴 gap')).toBe("'断缴':1A,2D 'gap':3D")
    expect(searchVector('', `${'缴费 '.repeat(300)}`).split(',')).toHaveLength(255)
  })

  it('are looked for by any of them, without those that say nothing', () => {
    expect(searchQuery('断缴怎么办')).toBe("'断缴' | '缴怎':*")
    expect(searchQuery('how is my pens')).toBe("'pens':*")
    expect(searchQuery('怎么')).toBe("'怎么':*")
    expect(searchQuery(' ?!')).toBeUndefined()
    expect(searchQuery('缴费'.repeat(5000))?.split(' | ').length).toBeLessThanOrEqual(30)
  })
})
