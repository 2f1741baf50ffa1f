import { describe, expect, it } from 'vitest'
import { fen } from '@shebao/kernel'
import { checkDeclaration, checkPersonnel } from './check-declaration.ts'
import { checkFileTotals } from './cross-rules/file-totals.ts'
import { changePerson, GOOD_PERSON, PERSON_CONTEXT } from './rule-examples/person.ts'
import { LIST_CONTEXT, LIST_EXAMPLES, TWO_PEOPLE, wholeDeclaration } from './rule-examples/list.ts'

const DECEMBER = { identityKey: 'RESIDENT_ID:11010519491231002X', name: '张三' }

describe('a whole declaration', () => {
  it('is complete when nothing is missing', () => {
    expect(checkDeclaration(wholeDeclaration(), LIST_CONTEXT)).toEqual({ verdict: 'COMPLETE', issues: [] })
  })

  it.each(LIST_EXAMPLES.map(([rule, path, change, also = []]) => ({ rule, path, change, also })))(
    'cross.$rule on $path speaks alone',
    ({ rule, path, change, also }) => {
      const { declaration = wholeDeclaration(), context = LIST_CONTEXT } = change(wholeDeclaration())
      const result = checkDeclaration(declaration, context)
      expect(result.issues[0]?.ruleId).toBe(`cross.${rule}`)
      expect(result.issues.map((issue) => issue.path)).toEqual([path, ...also])
      expect(result.verdict).toBe('INCOMPLETE')
    },
  )

  it('names only the later rows of a duplicate, and the first of them in words', () => {
    const three = [
      ...TWO_PEOPLE,
      { draft: changePerson({ idNumber: '110101 199003078670' }), row: 9 },
      { draft: GOOD_PERSON, row: 10 },
    ]
    expect(checkPersonnel(three, PERSON_CONTEXT).issues).toMatchObject([
      { path: 'personnel[2].idNumber', row: 9, code: 'DUPLICATE', params: { firstIndex: 0, firstRow: 2 } },
      { path: 'personnel[3].idNumber', row: 10, code: 'DUPLICATE', params: { firstIndex: 0, firstRow: 2 } },
    ])
  })

  it('does not call two faulty numbers a duplicate', () => {
    const faulty = { draft: changePerson({ idNumber: '11010119900307867X' }) }
    expect(checkPersonnel([faulty, faulty], PERSON_CONTEXT).issues.map(({ code }) => code)).toEqual([
      'CHECKSUM',
      'CHECKSUM',
    ])
  })

  it('takes a stop, or a faulty row of that name, for an answer about last December', () => {
    const context = { ...LIST_CONTEXT, paidLastDecember: [DECEMBER] }
    const stopped = { ...context, stopped: new Set([DECEMBER.identityKey]) }
    expect(checkDeclaration(wholeDeclaration(), stopped).issues).toEqual([])
    const unclear = [...TWO_PEOPLE, { draft: changePerson({ name: '张三', idNumber: '110105194912310021' }) }]
    expect(checkPersonnel(unclear, context).issues.map(({ code }) => code)).toEqual(['CHECKSUM'])
    expect(checkPersonnel(TWO_PEOPLE, context).issues[0]?.params).toEqual({ person: '张* 110*************2X' })
  })

  it('allows work injury with several units, but not pension or medical', () => {
    const injuryOnly = changePerson({
      participation: { PENSION: false, MEDICAL: false, UNEMPLOYMENT: false, WORK_INJURY: true, MATERNITY: false },
      exemptionReasons: { PENSION: '他处', MEDICAL: '他处', UNEMPLOYMENT: '他处', MATERNITY: '他处' },
    })
    const context = { ...PERSON_CONTEXT, isActiveElsewhere: () => true }
    expect(checkPersonnel([{ draft: injuryOnly }], context).issues).toEqual([])
    for (const other of ['PENSION', 'MEDICAL'] as const) {
      const draft = { ...injuryOnly, participation: { ...injuryOnly.participation, [other]: true } }
      expect(checkPersonnel([{ draft }], context).issues.map(({ code }) => code)).toEqual(['ACTIVE_ELSEWHERE'])
    }
  })

  it('accepts no wages of last year where nobody worked then', () => {
    const newHires = TWO_PEOPLE.map(({ draft }) => {
      const { statedMonthlyAverage: _stated, ...rest } = draft
      return {
        draft: {
          ...rest,
          hireDate: '2026-03-01',
          monthsWorkedLastYear: 0,
          wagesLastYear: fen(0),
          firstMonthWage: fen(800_000),
        },
      }
    })
    const { unit } = wholeDeclaration()
    const form = {
      ...unit,
      totalWagesLastYear: fen(0),
      averageMonthlyWageLastYear: fen(0),
      averageBaseThisYear: fen(800_000),
      annualContributionBase: {
        PENSION: fen(1_600_000),
        MEDICAL: fen(1_600_000),
        UNEMPLOYMENT: fen(1_600_000),
        WORK_INJURY: fen(1_600_000),
        MATERNITY: fen(1_600_000),
      },
    }
    expect(checkDeclaration({ unit: form, personnel: newHires }, LIST_CONTEXT)).toEqual({
      verdict: 'COMPLETE',
      issues: [],
    })
  })

  it('keeps sums silent while a row cannot say its part', () => {
    const whole = wholeDeclaration()
    const personnel = [
      TWO_PEOPLE[0],
      {
        draft: changePerson({
          idNumber: '440103198510080120',
          sex: undefined,
          birthDate: undefined,
          wagesLastYear: undefined,
          statedMonthlyAverage: undefined,
          employmentForm: 'REGULAR',
          householdType: 'NONLOCAL_RURAL',
        }),
      },
    ].filter((row) => row !== undefined)
    expect(checkDeclaration({ ...whole, personnel }, LIST_CONTEXT).issues.map(({ path }) => path)).toEqual([
      'personnel[1].wagesLastYear',
    ])
  })

  it('asks for the signature once, and not when every row bears one', () => {
    const context = { ...PERSON_CONTEXT, signedList: false }
    const signed = TWO_PEOPLE.map((row) => ({ ...row, draft: { ...row.draft, signed: true } }))
    expect(checkPersonnel(signed, context).issues).toEqual([])
    expect(checkPersonnel(TWO_PEOPLE, context).issues).toMatchObject([{ field: 'signed', params: { unsigned: 2 } }])
  })
})

describe('the totals a file states', () => {
  const total = {
    row: 4,
    field: 'wagesLastYear',
    header: '合计',
    stated: 24_000_001,
    computed: 24_000_000,
    ok: false,
    unreadRows: 0,
  } as const
  it('must agree with the rows, once every row is known', () => {
    expect(checkFileTotals([total], TWO_PEOPLE)).toMatchObject([
      { ruleId: 'cross.file.total', row: 4, code: 'SUM_MISMATCH', params: { differenceFen: 1 } },
    ])
    expect(checkFileTotals([{ ...total, ok: true }], TWO_PEOPLE)).toEqual([])
    expect(checkFileTotals([{ ...total, unreadRows: 1 }], TWO_PEOPLE)).toEqual([])
    expect(checkFileTotals([total], [...TWO_PEOPLE, { draft: {} }])).toEqual([])
    expect(checkFileTotals([{ ...total, field: 'statedMonthlyAverage', stated: fen(1) }], TWO_PEOPLE)).toEqual([])
  })
})
