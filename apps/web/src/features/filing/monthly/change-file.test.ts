import { writeChangesXlsx } from '@shebao/declaration-rules'
import { describe, expect, it } from 'vitest'
import { ChangeFile } from './change-file.ts'
import type { Answer, FileReading } from './change-file-protocol.ts'
import { contextOf } from './month-rules.ts'
import { rules } from './testing/monthly-office.ts'

const context = contextOf(rules, { period: '2026-11', filing: 'REGULAR', state: 'DRAFT' })
const csv = `变动原因,姓名,身份证号,离职日期
辞职,王芳,110101199003078670,2026-11-10
辞职,李强,110101199003078671,2026-11-10
`

function opened(bytes: Uint8Array, fileName: string) {
  const told: Answer[] = []
  const file = new ChangeFile((answer) => told.push(answer))
  file.handle({ kind: 'open', bytes, fileName, period: '2026-11', context })
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
    const column = before.unmapped.find(({ header }) => header === '变动原因')?.column ?? -1
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
})
