import { LANGUAGES } from '@shebao/kernel'
import fc from 'fast-check'
import { assert, describe, expect, it } from 'vitest'
import { findPublishedFaults, publishedDtd } from '../../../testing/desk/hotline/published-dtd.ts'
import { findVoiceXmlFaults } from '../../../testing/desk/hotline/voice-xml-model.ts'
import { afterCheck, afterName, afterReport, dialogueSteps, hear, opening } from './dialogue.ts'
import type { Dialogue, Turn } from './dialogue.ts'
import { dialogueDocument, openingDocument } from './hotline-document.ts'
import { promptText } from './prompts.ts'

const keyed = (...keys: string[]) => keys.reduce((at, one) => hear(at, one).dialogue, opening)
const mostFailures = 3
const [idNumber, card] = ['11010519491231002*', '12345678']

describe('the dialogue', () => {
  it('asks for language, wish and both numbers, and has them checked; the star is an X', () => {
    const turn = hear(keyed('2', '1', idNumber), '1 2 3 4 5 6 7 8 #')
    expect(turn).toMatchObject({
      errand: 'CHECK',
      dialogue: { language: 'en', wish: 'ACTIVATE', idNumber: '11010519491231002X', cardDigits: card },
    })
    expect(afterCheck(turn.dialogue, { kind: 'MATCH', state: 'INACTIVE' }, mostFailures).dialogue.step).toBe('NAME')
    expect(afterName(turn.dialogue).dialogue.step).toBe('AGENT')
  })

  it('takes a number with letters behind a star, and notices a key too few of an ID number', () => {
    const turn = hear(keyed('1', '1', '*454012345678'), card)
    expect(turn).toMatchObject({ errand: 'CHECK', dialogue: { otherKeys: '454012345678', idNumber: undefined } })
    expect(afterCheck(turn.dialogue, { kind: 'NO_MATCH' }, mostFailures).dialogue).toMatchObject({
      otherKeys: undefined,
    })
    for (const slip of ['454012345678', '1101051949123100', '*1234567', '*1234567890123456789', '**12345678'])
      expect(hear(keyed('1', '1'), slip), slip).toMatchObject({
        says: ['notUnderstood'],
        dialogue: { step: 'ID_NUMBER' },
      })
  })

  it.each([
    ['1', 'NORMAL', 'alreadyActive'],
    ['1', 'ORAL_LOSS', 'isLost'],
    ['1', 'WRITTEN_LOSS', 'isLost'],
    ['1', 'FROZEN', 'toWindow'],
    ['1', 'MADE', 'notIssued'],
    ['1', 'CANCELLED', 'isOver'],
    ['2', 'WRITTEN_LOSS', 'isLost'],
    ['2', 'REPLACED', 'isOver'],
    ['3', 'NORMAL', 'notLost'],
    ['3', 'WRITTEN_LOSS', 'isLost'],
  ] as const)('wish %s of a card that is %s: says %s and ends', (wish, state, said) => {
    const { dialogue } = hear(keyed('1', wish, idNumber), card)
    expect(afterCheck(dialogue, { kind: 'MATCH', state }, mostFailures)).toMatchObject({
      says: [said],
      dialogue: { step: 'END' },
    })
  })

  it('tells nobody what did not fit, and lets a person take over after the third time', () => {
    let at = keyed('1', '1')
    for (let time = 1; time <= mostFailures; time += 1) {
      const turn = afterCheck(hear(hear(at, idNumber).dialogue, card).dialogue, { kind: 'NO_MATCH' }, mostFailures)
      expect(turn.says).toEqual(time < mostFailures ? ['noMatch'] : [])
      expect(turn.dialogue).toMatchObject({
        step: time < mostFailures ? 'ID_NUMBER' : 'AGENT',
        idNumber: undefined,
        cardDigits: undefined,
      })
      at = turn.dialogue
    }
    for (const language of LANGUAGES)
      expect(promptText(language, 'noMatch')).not.toMatch(/卡号|证件|姓名|card|ID |name/)
  })

  it('blocks a card only after the caller said yes to it', () => {
    const { dialogue } = hear(keyed('1', '2', idNumber), card)
    const asked = afterCheck(dialogue, { kind: 'MATCH', state: 'NORMAL' }, mostFailures)
    expect(asked.dialogue.step).toBe('CONFIRM')
    expect(hear(asked.dialogue, '2')).toMatchObject({ says: ['nothingDone'], dialogue: { step: 'END' } })
    expect(hear(asked.dialogue, '1').errand).toBe('REPORT_LOSS')
    expect(afterReport(asked.dialogue, false).says).toEqual(['changedMeanwhile'])
  })

  it('whatever is keyed: acts only on what was checked, counts what did not fit, and always has something to play', () => {
    const keys = fc.oneof(
      fc.constantFrom('0', '1', '2', '3', idNumber, '*412345678', card, '', '#'),
      fc.string({ maxLength: 20 }),
    )
    const state = fc.constantFrom('INACTIVE', 'NORMAL', 'ORAL_LOSS', 'WRITTEN_LOSS', 'FROZEN')
    const found = fc.oneof(
      { arbitrary: fc.record({ kind: fc.constant('MATCH' as const), state }), weight: 3 },
      fc.constant({ kind: 'NO_MATCH' as const }),
      fc.constant({ kind: 'BLOCKED' as const }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, found), { maxLength: 30 }), (heard) => {
        let at: Dialogue = opening
        let matched = false
        for (const [one, checked] of heard) {
          let turn: Turn = hear(at, one)
          if (turn.errand === 'REPORT_LOSS') {
            assert(matched && at.step === 'CONFIRM' && at.wish === 'REPORT_LOSS')
            turn = afterReport(turn.dialogue, true)
          } else if (turn.errand === 'CHECK') {
            matched = checked.kind === 'MATCH'
            turn = afterCheck(turn.dialogue, checked, mostFailures)
          }
          assert(turn.dialogue.failures <= mostFailures && turn.dialogue.failures >= at.failures)
          if (at.step === 'END' || at.step === 'AGENT')
            assert(turn.dialogue.step === at.step || turn.dialogue.step === 'AGENT')
          if (turn.dialogue.step === 'NAME') assert(matched)
          at = turn.dialogue
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the documents', () => {
  const shown = {
    callId: crypto.randomUUID(),
    says: ['noMatch', 'notUnderstood'] as const,
    agents: 'tel:+8612333',
    recorded: false,
  }

  const every = dialogueSteps.flatMap((step) =>
    LANGUAGES.flatMap((language) =>
      [shown.agents, undefined].flatMap((agents) =>
        [true, false].map((recorded) => ({
          language,
          text: dialogueDocument({ ...shown, agents, recorded, dialogue: { ...opening, step, language } }),
        })),
      ),
    ),
  )

  it('are VoiceXML 2.1 in every step and both languages, with and without agents', () => {
    expect(findVoiceXmlFaults(openingDocument())).toEqual([])
    for (const { language, text } of every) {
      expect(findVoiceXmlFaults(text), text).toEqual([])
      expect(text).toContain(`xml:lang="${language}"`)
    }
  })

  it.runIf(publishedDtd)('are valid by the published DTD of VoiceXML 2.1', () => {
    expect(every).toHaveLength(dialogueSteps.length * 8)
    expect(findPublishedFaults(openingDocument(), ...every.map(({ text }) => text))).toBe('')
    const unknown = openingDocument().replace('<form', '<form colour="red"')
    expect(findPublishedFaults(unknown)).toContain('No declaration for attribute colour')
  })

  it('are held against the specification, not against themselves', () => {
    const head = '<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml">'
    expect(findVoiceXmlFaults(`${head}<form><prompt>x</prompt></form></vxml>`)).toEqual(['<prompt> in <form>'])
    expect(findVoiceXmlFaults(`${head}<form><block><submit/></block></form></vxml>`)).toEqual(['<submit> without next'])
    expect(findVoiceXmlFaults(`${head}<form id="1">x</form></vxml>`)).toEqual(['<form id="1">', 'text in <form>'])
    expect(findVoiceXmlFaults(`${head}<form>`)).not.toEqual([])
  })

  it('never hold what was keyed in', () => {
    const dialogue = { ...keyed('1', '1', idNumber), cardDigits: card }
    for (const step of dialogueSteps)
      expect(dialogueDocument({ ...shown, dialogue: { ...dialogue, step } })).not.toMatch(/110105194|12345678/)
  })
})
