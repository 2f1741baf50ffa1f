import { describe, expect, it } from 'vitest'
import { checkDeclaration } from './check-declaration.ts'
import { checkFileTotals } from './cross-rules/file-totals.ts'
import { checkRow } from './check-personnel-row.ts'
import { checkUnitForm } from './check-unit-form.ts'
import type { Issue } from './issue.ts'
import { checkMonthlyChanges } from './monthly-rules/check-changes.ts'
import { issueOfRule } from './monthly-rules/issue-of-rule.ts'
import { fieldName, LANGUAGES } from './messages/field-names.ts'
import { messageOf, WORDED_RULE_IDS } from './messages/message.ts'
import { preparePersonnelContext } from './personnel-context.ts'
import { findRule, hashOfRuleSet, RULE_SET_VERSION, RULES, ruleSetHash } from './registry.ts'
import { changePerson, PERSON_CONTEXT, PERSON_EXAMPLES } from './rule-examples/person.ts'
import { LIST_CONTEXT, LIST_EXAMPLES, TWO_PEOPLE, wholeDeclaration } from './rule-examples/list.ts'
import { changeOf, MONTHLY_CONTEXT, MONTHLY_EXAMPLES } from './rule-examples/monthly.ts'
import {
  changeUnit,
  GOOD_UNIT,
  NOTHING_PAID,
  ODD_CREDIT_CODE,
  UNIT_CONTEXT,
  UNIT_EXAMPLES,
} from './rule-examples/unit.ts'
import { UNIT_FIELDS } from './unit-fields.ts'

/** Every issue that the examples of all scopes bring out. */
function everyIssue(): readonly Issue[] {
  const context = preparePersonnelContext(PERSON_CONTEXT)
  const { register: _register, ...unregistered } = UNIT_CONTEXT
  const issues: Issue[] = [
    ...PERSON_EXAMPLES.flatMap(([, , change, person]) =>
      checkRow({ draft: changePerson(change), ...person }, context, 0),
    ),
    ...UNIT_EXAMPLES.flatMap(([, , change]) => [
      ...checkUnitForm(changeUnit(change), UNIT_CONTEXT),
      ...checkUnitForm(changeUnit(change), unregistered),
    ]),
    ...checkUnitForm({}, UNIT_CONTEXT),
    ...checkUnitForm(changeUnit(NOTHING_PAID), UNIT_CONTEXT),
    ...checkUnitForm(changeUnit({ ...NOTHING_PAID, paidLastYearReason: '在途' }), UNIT_CONTEXT),
    ...checkUnitForm(changeUnit({ creditCode: ODD_CREDIT_CODE }), unregistered),
    // A credit code whose county nobody knows; the check character is right.
    ...checkUnitForm(changeUnit({ creditCode: '91340524MA0000007K' }), unregistered),
    ...checkDeclaration({ unit: {}, personnel: [...TWO_PEOPLE, ...TWO_PEOPLE] }, LIST_CONTEXT).issues,
    ...LIST_EXAMPLES.flatMap(([, , change]) => {
      const { declaration = wholeDeclaration(), context: given = LIST_CONTEXT } = change(wholeDeclaration())
      return checkDeclaration(declaration, given).issues
    }),
    ...checkFileTotals(
      [{ row: 4, field: 'wagesLastYear', header: '', stated: 1, computed: 2, ok: false, unreadRows: 0 }],
      TWO_PEOPLE,
    ),
    issueOfRule('monthly.infoValue.taken', 'infoValue', {}, 0, 1),
    ...MONTHLY_EXAMPLES.flatMap(([, , base, change, given]) =>
      checkMonthlyChanges([changeOf(base, change)], { ...MONTHLY_CONTEXT, ...given }),
    ),
  ]
  for (const { name, perInsurance, kind } of UNIT_FIELDS) {
    const path = perInsurance ? `${name}.PENSION` : name
    const before = (GOOD_UNIT[name] ?? {}) as object
    const without = perInsurance ? { ...before, PENSION: undefined } : undefined
    issues.push(
      ...checkUnitForm(
        changeUnit({
          [name]: without,
          raw: { [path]: '?' },
          paymentStatus: 'DEFERRED',
          benefitStatus: 'WITHHELD',
          hasBranches: true,
          ...(name in { paymentStatus: 0, benefitStatus: 0, hasBranches: 0 } ? { [name]: undefined } : {}),
        }),
        UNIT_CONTEXT,
      ),
    )
    if (kind !== 'count' && kind !== 'money') continue
    issues.push(...checkUnitForm(changeUnit({ [name]: perInsurance ? { ...before, PENSION: -1 } : -1 }), UNIT_CONTEXT))
  }
  return issues
}

describe('the registry', () => {
  const issues = everyIssue()

  it('holds every rule once', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  })

  it('has no rule that nothing can bring out, and no issue without a rule', () => {
    const reached = new Set(issues.map(({ ruleId }) => ruleId))
    expect(RULES.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
    expect([...reached].filter((id) => findRule(id) === undefined)).toEqual([])
  })

  it('lets an issue name only what its rule says it names', () => {
    for (const { ruleId, severity, code, field } of issues) {
      const rule = findRule(ruleId)
      expect([severity, code]).toEqual([rule?.severity, rule?.code])
      const pattern = field
        .replace(/\.(?:PENSION|MEDICAL|UNEMPLOYMENT|WORK_INJURY|MATERNITY)$/u, '.*')
        .replace(/\[\d+\]/u, '[*]')
      expect(rule?.fields).toContain(pattern)
    }
  })

  it.each(LANGUAGES)('has words in %s for every issue, with every parameter filled', (language) => {
    for (const issue of issues) {
      const message = messageOf(issue, language)
      expect(message).not.toMatch(/[{}]|undefined|NaN/u)
      expect(message.length).toBeGreaterThan(5)
      // A parameter that is missing would leave a hole in the sentence.
      expect(message).not.toMatch(/“”|  |为[，。；]|[(（][)）]| ,| \./u)
      expect(/[一-鿿]/u.test(message.replaceAll(/“[^”]*”/gu, '')) || language === 'en').toBe(true)
      expect(fieldName(issue.field, language)).not.toBe(issue.field)
    }
  })

  it('words no rule that does not exist', () => {
    expect(WORDED_RULE_IDS.filter((id) => findRule(id) === undefined)).toEqual([])
  })

  it('names people’s fields as the spreadsheets do', () => {
    const words = [
      'name',
      'idType',
      'idNumber',
      'sex',
      'householdType',
      'employmentForm',
      'hireDate',
      'monthsWorkedLastYear',
      'wagesLastYear',
      'statedMonthlyAverage',
      'mobile',
      'participation.PENSION',
      'participation.MEDICAL',
      'participation.UNEMPLOYMENT',
      'participation.WORK_INJURY',
      'participation.MATERNITY',
      'leaveDate',
      'firstMonthWage',
    ].map((field) => fieldName(field, 'zh-CN'))
    expect(words).toEqual([
      '姓名',
      '证件类型',
      '证件号码',
      '性别',
      '户口性质',
      '用工形式',
      '入职日期',
      '上年工作月数',
      '上年工资总额',
      '月平均工资',
      '手机号码',
      '养老',
      '医疗',
      '失业',
      '工伤',
      '生育',
      '离职日期',
      '首月工资',
    ])
  })
})

describe('the hash of the rule set', () => {
  const [first, ...rest] = RULES
  it('is a SHA-256 that depends on neither order nor run', () => {
    expect(ruleSetHash()).toMatch(/^[0-9a-f]{64}$/u)
    expect(hashOfRuleSet(RULE_SET_VERSION, RULES.toReversed())).toBe(ruleSetHash())
  })
  it('changes with the version, a rule, a severity, a field or a source', () => {
    if (first === undefined) throw new Error('no rules')
    const variants = [
      hashOfRuleSet('0.0.0', RULES),
      hashOfRuleSet(RULE_SET_VERSION, rest),
      ...([{ severity: 'warning' }, { fields: ['other'] }, { source: 'other' }, { id: 'other' }] as const).map(
        (change) => hashOfRuleSet(RULE_SET_VERSION, [{ ...first, ...change }, ...rest]),
      ),
    ]
    expect(new Set([...variants, ruleSetHash()]).size).toBe(variants.length + 1)
  })
})
