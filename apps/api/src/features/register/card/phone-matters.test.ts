import { expect, it } from 'vitest'
import type { cardTable } from './card.lifecycle.ts'
import { phoneMattersOf } from './phone-matters.ts'

const plain = { activatedOn: '2026-01-01', bankStatus: 'NORMAL', kind: 'PERMANENT' }
const here = (state: (typeof cardTable.states)[number], card = plain) =>
  phoneMattersOf(state, card)
    .filter(({ place, reason }) => place === 'PHONE' && reason === null)
    .map(({ matter }) => matter)
const there = (state: (typeof cardTable.states)[number], card = plain) =>
  phoneMattersOf(state, card)
    .filter(({ place }) => place !== 'PHONE')
    .map(({ matter, place }) => `${matter} ${place}`)

it.each([
  ['APPLIED', []],
  ['INACTIVE', ['REPORT_LOSS', 'ACTIVATE']],
  ['NORMAL', ['REPORT_LOSS']],
  ['ORAL_LOSS', ['REPORT_LOSS', 'WITHDRAW_LOSS']],
  ['WRITTEN_LOSS', []],
  ['FROZEN', []],
  ['PIN_LOCKED', ['REPORT_LOSS']],
  ['CANCELLED', []],
] as const)('of a card that is %s the telephone does %j', (state, done) => {
  expect(here(state)).toEqual(done)
})

it('names why what is refused is, and where what is not for the telephone is done', () => {
  expect(phoneMattersOf('FROZEN', plain)[0]).toEqual({ matter: 'REPORT_LOSS', place: 'PHONE', reason: 'FROZEN' })
  expect(there('PIN_LOCKED')).toEqual([
    'CONFIRM_LOSS WINDOW',
    'REPLACE WEB_OR_WINDOW',
    'UNLOCK_PIN WINDOW',
    'CANCEL WINDOW',
    'BANK_PASSWORD BANK',
  ])
  expect(there('WRITTEN_LOSS')).toContain('RELEASE_LOSS WINDOW')
  expect(there('NORMAL', { ...plain, kind: 'TEMPORARY', bankStatus: 'NORMAL' })).not.toContain('REPLACE WEB_OR_WINDOW')
})
