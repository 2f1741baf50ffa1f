import { UNIT_FIELDS } from '@shebao/declaration-rules'
import type { UnitDraft } from '@shebao/declaration-rules'
import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import { describe, expect, it } from 'vitest'
import { applyChanges, changesBetween } from '../../../shared/drafts/unit-changes.ts'
import { nameOf, pathsOf, toDraft, toValues, typedPaths } from './unit-values.ts'

const { unit } = makeCompleteDeclaration(3, 4)

describe('the form as the screen edits it', () => {
  it('comes back as it was, for a whole form, an empty one and one with unreadable answers', () => {
    const drafts: UnitDraft[] = [
      unit,
      {},
      { staffTotal: 0, raw: { 'insuredCount.PENSION': '三人', retirees: 'x' }, branches: [{ name: '分部' }] },
    ]
    for (const draft of drafts) expect(toDraft(toValues(draft), draft)).toEqual(draft)
  })

  it('keeps 0 and takes away what was blanked', () => {
    const values = { ...toValues(unit), staffTotal: 0, handlerName: '', retirees: null }
    const draft = toDraft(values, unit)
    expect(draft.staffTotal).toBe(0)
    expect(draft).not.toHaveProperty('handlerName')
    expect(draft).not.toHaveProperty('retirees')
  })

  it('what cannot be read waits in raw, in the place of the answer', () => {
    const draft = toDraft({ ...toValues(unit), staffTotal: '十人', totalWagesLastYear: '一万' }, unit)
    expect(draft).not.toHaveProperty('staffTotal')
    expect(draft.raw).toEqual({ staffTotal: '十人', totalWagesLastYear: '一万' })
    expect(toValues(draft)['staffTotal']).toBe('十人')
  })

  it('changes turn one draft into the other, and say nothing of what nobody types', () => {
    const after = toDraft({ ...toValues(unit), retirees: 7, handlerName: '', staffLocal: '三' }, unit)
    const changes = changesBetween(unit, { ...after, signer: '别人', unitName: '改名' })
    expect(changes).toEqual({ retirees: 7, handlerName: null, staffLocal: null, 'raw.staffLocal': '三' })
    expect(applyChanges(unit, changes)).toEqual(after)
    expect(changesBetween(after, after)).toEqual({})
  })

  it('a branch left empty is no branch', () => {
    expect(toDraft({ ...toValues({}), branches: [{ name: '', head: '' }] }, {})).toEqual({})
    expect(toDraft({ ...toValues({}), branches: [{ name: '甲', head: '' }] }, {})).toEqual({
      branches: [{ name: '甲' }],
    })
  })

  it('every field has its place in one section', () => {
    const all = [...new Set(UNIT_FIELDS.map(({ section }) => section))].flatMap(pathsOf)
    expect(new Set(all).size).toBe(all.length)
    expect(typedPaths.every((path) => all.includes(path))).toBe(true)
    expect(nameOf('unit.branches[1].head')).toBe('branches.1.head')
    expect(nameOf('unit.insuredCount.PENSION')).toBe('insuredCount.PENSION')
  })
})
