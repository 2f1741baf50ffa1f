import { describe, expect, it } from 'vitest'
import { checkText, textsIn, withTexts } from './paper-words.ts'

const words = { title: '缴费通知单', notes: ['单号 {number}', '无'], status: { PAID: '已缴' } }

describe('words of a paper', () => {
  it('are found by the keys and numbers that lead to them', () => {
    expect([...textsIn(words)]).toEqual([
      ['title', '缴费通知单'],
      ['notes.0', '单号 {number}'],
      ['notes.1', '无'],
      ['status.PAID', '已缴'],
    ])
  })

  it('are said otherwise in their places alone, and the release stays as it is', () => {
    const own = withTexts(words, { 'notes.1': '另附', 'status.PAID': '缴清' })
    expect(own).toEqual({ title: '缴费通知单', notes: ['单号 {number}', '另附'], status: { PAID: '缴清' } })
    expect(words.notes[1]).toBe('无')
  })

  it('of a place that this release has no more are passed over, and no place is made', () => {
    expect(
      withTexts(words, { 'notes.7': 'x', notes: 'x', 'title.length': 'x', '__proto__.x': 'x', toString: 'x' }),
    ).toEqual(words)
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })

  it('put in what the release puts in, once or more, in any order, and stand where something stands', () => {
    expect(checkText('自 {from} 至 {to}', '{to} 前、{from} 起，至 {to}')).toBeUndefined()
    expect(checkText('自 {from} 至 {to}', '自 {from} 起')).toBe('NAMES')
    expect(checkText('无', '见 {number}')).toBe('NAMES')
    expect(checkText('无', ' \n')).toBe('BLANK')
    expect(checkText('', '')).toBeUndefined()
    expect(checkText('无', '一'.repeat(2001))).toBe('TOO_LONG')
    expect(checkText(undefined, '无')).toBe('UNKNOWN_PLACE')
  })
})
