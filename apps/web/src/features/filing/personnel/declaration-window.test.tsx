import { MantineProvider } from '@mantine/core'
import { fen, period } from '@shebao/kernel'
import { BEIJING, requirePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import type { PersonnelDraft } from '@shebao/roster'
import { makeResidentId, seededRandom } from '@shebao/test-support'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataClient } from '../../../shared/data/data-client.ts'
import { DataProvider } from '../../../shared/data/hooks.tsx'
import { LanguageProvider } from '../../../shared/lib/language-context.tsx'
import { nothingKept } from '../../../shared/testing/fresh-shelf.ts'
import { fillBrowserGaps } from '../../../shared/testing/browser-gaps.ts'
import { DeclarationWindow } from './declaration-window.tsx'

import type { ChangeOutcome } from './use-personnel-changes.ts'

const rules = {
  today: '2026-11-23',
  year: 2026,
  policy: requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2026-07'), 1),
}
const complete: PersonnelDraft = {
  name: '王芳',
  idType: 'RESIDENT_ID',
  idNumber: makeResidentId(seededRandom(1), { sex: 'MALE', birthDate: '1990-05-06', region: '110101' }),
  householdType: 'LOCAL_URBAN',
  employmentForm: 'CONTRACT',
  hireDate: '2020-03-01',
  monthsWorkedLastYear: 12,
  wagesLastYear: fen(12_000_000),
  mobile: '13812345678',
  participation: { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true },
}

beforeEach(() => {
  fillBrowserGaps()
  document.cookie = 'shebao_language=zh-CN'
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(draft: PersonnelDraft, others: PersonnelDraft[] = []) {
  const rows = [...others, draft].map((each, index) => ({
    row: index + 1,
    draft: each,
    idDigitsLost: false,
    activeElsewhere: false,
    firstRow: others.length > 0 ? 1 : index + 1,
  }))
  const onSave = vi.fn<(draft: PersonnelDraft, confirm: boolean) => Promise<ChangeOutcome>>(async () => ({
    saved: true,
  }))
  const onMove = vi.fn<(step: 1 | -1) => void>()
  const onClose = vi.fn<() => void>()
  const person = rows.at(-1)
  const { container } = render(
    <MantineProvider>
      <LanguageProvider>
        <DataProvider client={new DataClient(async () => ({}))}>
          <DeclarationWindow
            declarationId="d1"
            rules={rules}
            person={person}
            position={{ index: rows.length, total: rows.length + 1 }}
            keeping={nothingKept()}
            onSave={onSave}
            onMove={onMove}
            onClose={onClose}
          />
        </DataProvider>
      </LanguageProvider>
    </MantineProvider>,
  )
  return { onSave, onMove, onClose, container, user: userEvent.setup() }
}

const confirmButton = () => screen.getByRole('button', { name: '确认此人' })

describe('the declaration window', () => {
  it('confirms somebody complete and goes on to the next', async () => {
    const { user, onSave, onMove } = open(complete)
    await user.click(confirmButton())
    expect(onSave).toHaveBeenCalledWith(complete, true, undefined)
    expect(onMove).toHaveBeenCalledWith(1)
  })

  it('cannot be confirmed while incomplete, says exactly what is missing, and leads there', async () => {
    const { mobile: _mobile, hireDate: _hired, ...draft } = complete
    const { user, onSave } = open(draft)
    expect(confirmButton().getAttribute('aria-disabled')).toBe('true')
    const why = document.getElementById(confirmButton().getAttribute('aria-describedby') ?? '')
    expect(why?.textContent).toContain('还缺 2 项')
    expect(
      within(why as HTMLElement)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['入职日期', '手机号码'])
    await user.click(confirmButton())
    expect(onSave).not.toHaveBeenCalled()
    expect(document.activeElement?.getAttribute('name')).toBe('hireDate')
  })

  it('follows what is typed, by the same rules', async () => {
    const { mobile: _mobile, ...draft } = complete
    const { user, onSave } = open(draft)
    await user.type(screen.getByRole('textbox', { name: /手机号码/ }), '13912345678')
    expect(confirmButton().getAttribute('aria-disabled')).not.toBe('true')
    await user.click(confirmButton())
    expect(onSave).toHaveBeenCalledWith({ ...draft, mobile: '13912345678' }, true, undefined)
  })

  it('asks for the reason of a "no", and names it as what is missing', async () => {
    const { user } = open(complete)
    await user.selectOptions(screen.getByRole('combobox', { name: /失业是否参加/ }), 'NO')
    expect(screen.getByRole('button', { name: /未参保原因/ })).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /不参加失业的原因/ }), '外籍')
    expect(confirmButton().getAttribute('aria-disabled')).not.toBe('true')
  })

  it('names an earlier row with the same number', async () => {
    open(complete, [complete])
    expect(await screen.findByText(/与第1行相同/)).toBeTruthy()
    expect(confirmButton().getAttribute('aria-disabled')).toBe('true')
  })

  it('asks before it is closed with unsaved changes, and saves nothing by itself', async () => {
    const { user, onSave, onClose } = open(complete)
    await user.type(screen.getByRole('textbox', { name: /姓名/ }), '君')
    for (const leave of [
      () => user.keyboard('{Escape}'),
      () => user.click(screen.getByRole('button', { name: /关闭/ })),
    ]) {
      await leave()
      await user.click(await screen.findByRole('button', { name: '取消' }))
      expect(screen.getByRole('textbox', { name: /姓名/ })).toHaveProperty('value', '王芳君')
    }
    expect([onSave.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 0])
    await user.click(screen.getByRole('textbox', { name: /姓名/ }))
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: '放弃修改' }))
    expect([onSave.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 1])
  })

  it('closes at once when nothing was typed, and leaves the keys of an input method to it', async () => {
    const { user, onClose } = open(complete)
    const name = screen.getByRole('textbox', { name: /姓名/ })
    fireEvent.keyDown(name, { key: 'Escape', isComposing: true })
    expect(onClose).not.toHaveBeenCalled()
    await user.click(name)
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('shows the base each insurance follows from', () => {
    open(complete)
    expect(screen.getAllByRole('button', { name: /10,000.00/ })).toHaveLength(5)
  })

  it('passes axe', async () => {
    const { container } = open({ ...complete, raw: { hireDate: '去年' } })
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  })

  it('of somebody who has left says what their stop breaks', async () => {
    open(complete)
    expect(screen.queryByRole('region', { name: '停保会带来什么' })).toBeNull()
    cleanup()
    open({ ...complete, leaveDate: '2026-10-31' })
    expect(await screen.findByRole('region', { name: '停保会带来什么' })).toBeTruthy()
  })
})
