import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keptOf } from '../../../shared/drafts/shelf.ts'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { axeFindings } from '../../../shared/testing/show-page.tsx'
import { stopRow } from './testing/monthly-office.ts'
import { conflict, openDeclaration as open, saved } from './testing/open-declaration.tsx'

beforeEach(freshShelf)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const keptNow = async () => (await keptOf('a1/e1')).drafts.length

describe('a join', () => {
  it('is judged while it is typed, says at once that it is late, and is saved once', async () => {
    const { user, saving, address } = open()
    await user.click(await screen.findByRole('button', { name: '增员' }))
    const panel = await screen.findByRole('region', { name: '增员' })
    await user.click(within(panel).getByRole('button', { name: '确认增员' }))
    expect((await within(panel).findByRole('alert')).textContent).toContain('姓名')
    const field = (name: RegExp) => within(panel).getByRole('textbox', { name })
    const write = async (name: RegExp, text: string) => {
      await user.clear(field(name))
      await user.paste(text)
    }
    await user.selectOptions(within(panel).getByRole('combobox', { name: /增员类型/ }), 'ADD_NEW')
    await write(/^姓名/, '陈新来')
    await write(/^证件号码/, '110101199003078671')
    await user.tab()
    expect(await within(panel).findAllByText(/校验/)).not.toHaveLength(0)
    await write(/^证件号码/, '110101199003078670')
    expect(within(panel).getByText(/男，1990年3月7日出生/)).toBeTruthy()
    await write(/^入职日期/, '20260901')
    expect(await within(panel).findByText(/属逾期办理登记/)).toBeTruthy()
    await write(/^月工资/, '9,800')
    await user.selectOptions(within(panel).getByRole('combobox', { name: /户口性质|户籍/ }), 'LOCAL_URBAN')
    await user.selectOptions(within(panel).getByRole('combobox', { name: /用工形式/ }), 'CONTRACT')
    expect(await axeFindings(panel)).toEqual([])
    await user.dblClick(within(panel).getByRole('button', { name: '确认增员' }))
    expect(await screen.findByText('已保存。')).toBeTruthy()
    expect(address()).toBe('/employer/monthly/m1')
    expect(saving.sent).toHaveLength(1)
    expect(saving.sent[0]).toMatchObject({
      input: {
        expectedRevision: 3,
        changes: [
          {
            change: { changeType: 'ADD_NEW', hireDate: '2026-09-01', effectivePeriod: '2026-11', monthlyWage: 980_000 },
          },
        ],
      },
    })
    expect(await keptNow()).toBe(0)
  })

  it('that is half typed survives a reload, and can be thrown away', async () => {
    const first = open({ at: '?add=join' })
    await first.user.type(await screen.findByRole('textbox', { name: /^姓名/ }), '陈新')
    expect(await screen.findByText('已保留在本设备，尚未送达')).toBeTruthy()
    cleanup()
    const { user } = open({ at: '?add=join' })
    expect(await screen.findByText(/还没有保存的内容，一直保留在本设备上/)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^姓名/ }).value).toBe('陈新')
    await user.click(screen.getByRole('button', { name: '关闭' }))
    await user.click(await screen.findByRole('button', { name: '放弃' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: '增员' })).toBeNull())
    await waitFor(async () => expect(await keptNow()).toBe(0))
  })

  it('goes behind what a colleague saved meanwhile, and is not saved twice when its answer was lost', async () => {
    let calls = 0
    const stop = { individualId: 'p1', changeType: 'STOP_RESIGN', lastPayablePeriod: '2026-11' } as const
    const lost = stopRow({ ...stop, rowNo: 2, leaveDate: null, insurances: ['PENSION', 'MEDICAL'] })
    const { user, saving } = open({
      at: '?add=stop',
      save: () => {
        calls += 1
        if (calls === 1) throw new Error('down')
        return conflict
      },
      theirs: [stopRow(), lost],
    })
    await user.click(await screen.findByRole('button', { name: /王\*/ }))
    await user.selectOptions(screen.getByRole('combobox', { name: /停保原因/ }), 'STOP_RESIGN')
    await user.click(screen.getByRole('button', { name: '确认停保' }))
    expect((await screen.findByRole('alert')).textContent).toContain('没有保存，您填写的内容还在这里')
    await user.click(screen.getByRole('button', { name: '确认停保' }))
    expect(await screen.findByText('已保存。')).toBeTruthy()
    expect(saving.sent).toHaveLength(2)
  })

  it('says in words that the account may not change it, and loses nothing typed', async () => {
    const { user } = open({
      at: '?add=join',
      save: () => {
        throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } })
      },
    })
    await user.type(await screen.findByRole('textbox', { name: /^姓名/ }), '陈新来')
    await user.click(screen.getByRole('button', { name: '先保存，以后补充' }))
    expect((await screen.findByRole('alert')).textContent).toContain('您的账号不能修改申报')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^姓名/ }).value).toBe('陈新来')
  })
})

describe('a stop', () => {
  it('is of somebody in the register, and says what it breaks before it is confirmed', async () => {
    const { user, saving } = open({ at: '?add=stop' })
    await user.type(await screen.findByRole('searchbox', { name: '姓名或证件号码' }), '无此人{Enter}')
    await user.click(await screen.findByRole('button', { name: '显示全部' }))
    await user.click(await screen.findByRole('button', { name: /王\*/ }))
    await user.selectOptions(screen.getByRole('combobox', { name: /停保原因/ }), 'STOP_RESIGN')
    const broken = screen.getByRole('region', { name: '停保会带来什么' })
    expect(await within(broken).findByText('33 个月，最低需要 192 个月')).toBeTruthy()
    expect(within(broken).getByText(/只剩 52 个月/)).toBeTruthy()
    expect(within(broken).getByText(/2026年11月27日前要把失业人员名单报/)).toBeTruthy()
    expect(within(broken).getByText('社会保险法第 16 条；自 2030 年起每年提高 6 个月')).toBeTruthy()
    expect(screen.getByText('从2026年12月起停保。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '确认停保' }))
    await screen.findByText('已保存。')
    expect(saving.sent[0]).toMatchObject({
      input: {
        changes: [
          {
            individualId: 'p1',
            change: { lastPayablePeriod: '2026-11', effectivePeriod: '2026-12', insurances: ['PENSION', 'MEDICAL'] },
          },
        ],
      },
    })
  })

  it('that a colleague changed too shows both answers and saves what is chosen', async () => {
    let calls = 0
    const { user, saving } = open({
      at: '?row=1',
      save: () => {
        calls += 1
        return calls === 1 ? conflict : saved
      },
      theirs: [stopRow({ leaveDate: '2026-11-05' })],
    })
    const left = await screen.findByRole('textbox', { name: /离职日期/ })
    await user.clear(left)
    await user.type(left, '20261111')
    await user.click(screen.getByRole('button', { name: '确认停保' }))
    const both = await screen.findByRole('alert', { name: '另一位经办人也修改了这些内容' })
    expect(within(both).getByText('2026-11-11')).toBeTruthy()
    expect(within(both).getByText(/^最近一次由周敏于2026年11月10日.*10:05/)).toBeTruthy()
    await user.click(within(both).getByRole('radio', { name: /2026-11-05/ }))
    await user.click(within(both).getByRole('button', { name: '保存选择' }))
    await screen.findByText('已保存。')
    expect(saving.sent[1]).toMatchObject({
      input: { expectedRevision: 9, changes: [{ rowNo: 1, change: { leaveDate: '2026-11-05' } }] },
    })
  })
})
