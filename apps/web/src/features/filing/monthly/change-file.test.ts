import { writeChangesXlsx } from '@shebao/declaration-rules'
import { describe, expect, it } from 'vitest'
import { ChangeFile } from './change-file.ts'
import type { Answer, FilePurpose, FileReading } from './change-file-protocol.ts'
import { contextOf } from './month-rules.ts'
import { rules } from './testing/monthly-office.ts'

const context = contextOf(rules, { period: '2026-11', filing: 'REGULAR', state: 'DRAFT' })
const csv = `情况,姓名,身份证号,离职日期
辞职,王芳,110101199003078670,2026-11-10
辞职,李强,110101199003078671,2026-11-10
`

function opened(bytes: Uint8Array, fileName: string, purpose: FilePurpose = 'CHANGES') {
  const told: Answer[] = []
  const file = new ChangeFile((answer) => told.push(answer))
  file.handle({ kind: 'open', bytes, fileName, period: '2026-11', context, purpose })
  const last = () => told.at(-1)
  const reading = (): FileReading => {
    const answer = last()
    if (answer?.kind !== 'reading') throw new Error('Nothing was read.')
    return answer.reading
  }
  return { file, last, reading }
}

describe('a list of changes', () => {
  it('is judged row by row, again when a column is chosen by hand, and handed over in parts', () => {
    const { file, last, reading } = opened(new TextEncoder().encode(csv), 'a.csv')
    const before = reading()
    expect([before.rows, before.stops, before.faulty]).toEqual([2, 0, 2])
    const column = before.unmapped.find(({ header }) => header === '情况')?.column ?? -1
    file.handle({ kind: 'columns', columns: { changeType: column } })
    const { stops, faulty, listed } = reading()
    expect([stops, faulty]).toEqual([2, 2])
    expect(listed.map(({ name, issues }) => [name, issues.map(({ field }) => field)])).toEqual([
      ['王芳', ['insurances']],
      ['李强', ['idNumber', 'insurances']],
    ])
    file.handle({ kind: 'part', from: 1, count: 5 })
    expect(last()).toMatchObject({ kind: 'part', rows: [{ draft: { name: '李强', changeType: 'STOP_RESIGN' } }] })
  })

  it('comes in our own template, and what is no table is refused by name', () => {
    const { file, last } = opened(new TextEncoder().encode('只是一句话'), 'a.csv')
    expect(last()).toMatchObject({ kind: 'problem' })
    file.handle({ kind: 'template', language: 'zh-CN' })
    expect(last()).toMatchObject({ kind: 'template' })
    const own = opened(
      writeChangesXlsx(
        [
          {
            changeType: 'STOP_RETIRED',
            name: '王芳',
            idNumber: '110101199003078670',
            insurances: ['PENSION'],
            lastPayablePeriod: '2026-11',
            effectivePeriod: '2026-12',
          },
        ],
        'zh-CN',
      ),
      'own.xlsx',
    )
    expect([own.reading().stops, own.reading().faulty]).toEqual([1, 0])
  })

  it('of an earlier month is known for one before anything is sent', () => {
    const text = `变更类型,姓名,身份证号,险种,最后应缴所属期
辞职,王芳,110101199003078670,五险,2026-10
`
    const { reading } = opened(new TextEncoder().encode(text), 'a.csv')
    expect([reading().closed, reading().month]).toEqual([true, '2026-10'])
    const now = opened(new TextEncoder().encode(text.replace('2026-10', '2026-11')), 'a.csv')
    expect(now.reading().closed).toBe(false)
  })

  it('has its people named by hand, too', () => {
    const text = `姓名,某码,入职日期,手机号码
王芳,110101199003078670,2020-01-01,13812345678
`
    const { file, reading, last } = opened(new TextEncoder().encode(text), 'a.csv', 'PEOPLE')
    expect(reading().table.columns.map(({ header }) => header)).toContain('某码')
    file.handle({ kind: 'remap', tableIndex: 0, mapping: { idNumber: 1 } })
    file.handle({ kind: 'people', from: 0, count: 9 })
    expect(last()).toMatchObject({
      kind: 'people',
      rows: [{ draft: { name: '王芳', idNumber: '110101199003078670' } }],
    })
  })
})
