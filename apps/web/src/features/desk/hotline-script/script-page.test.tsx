import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { outlook, step } from '../../../shared/testing/procedure.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { ScriptPage } from './script-page.tsx'
import {
  ProposeScriptDocument,
  PublishScriptDocument,
  ReviewScriptDocument,
  ScriptPageDocument,
} from './script.generated.ts'
import type { ScriptPageQuery } from './script.generated.ts'

afterEach(cleanup)

type Version = NonNullable<ScriptPageQuery['hotlineScript']['inUse']>
const inUse: Version = {
  __typename: 'HotlineScriptVersion',
  id: 'v1',
  mark: 'PUBLISHED.0',
  state: 'PUBLISHED',
  version: 1,
  textZh: '{caller}，口头挂失的有效期是 {lossDays} 天，请尽快到窗口。',
  textEn: '{caller}, the report runs for {lossDays} days: please come to a window.',
  sourceZh: '本机构经办参数',
  sourceEn: 'Service figures',
  reason: '',
  reviewedOn: '2025-11-30',
  reviewDueOn: '2026-11-30',
  reviewOverdue: true,
  requesterName: null,
  requestedAt: '2025-11-30T01:00:00.000Z',
  deciderName: null,
  decidedAt: '2025-11-30T01:00:00.000Z',
  refusal: null,
  procedure: [step('REVIEW', { standing: 'MAY' })],
}
const waiting: Version = {
  ...inUse,
  id: 'v2',
  mark: 'PROPOSED.1',
  state: 'PROPOSED',
  version: 2,
  textZh: '{caller}，挂失管 {lossDays} 天，之后自动恢复，请尽快到窗口。',
  reason: '说得短一些',
  reviewDueOn: '2027-11-30',
  requesterName: '何经办',
  decidedAt: null,
  procedure: [step('PUBLISH', { standing: 'MAY' }), step('REFUSE', { standing: 'MAY' })],
}

const show = (version: Version | null, role: 'OFFICER' | 'REVIEWER', answers: ReturnType<typeof answer>[] = []) =>
  showPage(<ScriptPage />, {
    path: '/staff/hotline/scripts/:matter',
    at: '/staff/hotline/scripts/REPORT_LOSS',
    answers: [
      answer(ScriptPageDocument, {
        hotlineScript: { __typename: 'HotlineScript', matter: 'REPORT_LOSS', inUse, waiting: version },
        hotlineScriptFigures: [{ __typename: 'HotlineScriptFigure', name: 'lossDays', value: 7 }],
        hotlineScriptOutlook: outlook(),
        hotlineScriptVersions: {
          __typename: 'HotlineScriptVersionConnection',
          edges: [{ __typename: 'HotlineScriptVersionEdge', node: inUse }],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
      ...answers,
    ],
    viewer: staffWith(role),
  })

it('a script is read as it is said, changed in both languages and proposed; a typed term and a blank language stand at their fields', async () => {
  const refused = answer(ProposeScriptDocument, {
    proposeHotlineScript: {
      __typename: 'HotlineScriptRefused',
      reason: 'TEXT',
      problems: [{ __typename: 'HotlineScriptProblem', field: 'textEn', code: 'OTHER_NAMES', found: 'lossDays' }],
    },
  })
  const { user, askedOf } = show(null, 'OFFICER', [refused])
  const said = '〔来电人姓名（脱敏）〕，口头挂失的有效期是 7 天，请尽快到窗口。'
  expect(
    await screen.findByText((_text, element) => element?.tagName === 'P' && element.textContent === said),
  ).toBeTruthy()
  expect(screen.getByText('应在2026年11月30日前复核，已过期')).toBeTruthy()
  const [zh, en] = [screen.getByLabelText(/中文话术/), screen.getByLabelText(/英文话术/)]
  expect(zh).toHaveProperty('value', inUse.textZh)
  const write = async (field: HTMLElement, text: string) => {
    await user.clear(field)
    await user.click(field)
    await user.paste(text)
  }
  await write(zh, '挂失后七天内有效，请尽快到窗口办理。')
  await write(en, '')
  await user.click(screen.getByRole('button', { name: '提出新版' }))
  expect(await screen.findByText(/“七天”不要直接写数/)).toBeTruthy()
  expect(screen.getByText('应为 10–800 字')).toBeTruthy()
  expect(askedOf('ProposeScript')).toEqual([])
  await write(zh, '挂失有效 {lossDays} 天，请尽快到窗口办理。')
  await write(en, 'It runs for {lossDays} days: please come to a window.')
  const due = screen.getAllByLabelText(/下次复核不晚于/).at(-1)
  if (!due) throw new Error('No field for the day.')
  await user.type(due, '20991201')
  await user.type(screen.getByLabelText(/修改原因/), '说得短一些')
  await user.click(screen.getByRole('button', { name: '提出新版' }))
  expect((await screen.findByRole('alert')).textContent).toContain('英文话术 · 另一种语言代入了 {lossDays}')
  expect(askedOf('ProposeScript')).toMatchObject([
    {
      input: {
        matter: 'REPORT_LOSS',
        textZh: '挂失有效 {lossDays} 天，请尽快到窗口办理。',
        sourceZh: '本机构经办参数',
        reviewDueOn: '2099-12-01',
      },
    },
  ])
  expect(await axeFindings()).toEqual([])
})

it('what still holds gets its next day, and nothing else changes', async () => {
  const reviewed = answer(ReviewScriptDocument, { reviewHotlineScript: { __typename: 'HotlineScriptVersion' } })
  const { user, askedOf } = show(null, 'OFFICER', [reviewed])
  const [due] = await screen.findAllByLabelText(/下次复核不晚于/)
  if (!due) throw new Error('No field for the day.')
  await user.click(screen.getByRole('button', { name: '仍然适用' }))
  expect(await screen.findByText('请填写今天以后的日期')).toBeTruthy()
  await user.type(due, '20991201')
  await user.click(screen.getByRole('button', { name: '仍然适用' }))
  await waitFor(() =>
    expect(askedOf('ReviewScript')).toEqual([{ id: 'v1', decidedOn: 'PUBLISHED.0', reviewDueOn: '2099-12-01' }]),
  )
  expect(await screen.findByText('已复核，话术不变。')).toBeTruthy()
})

it('a version that waits is read before and after, and published once', async () => {
  const published = answer(PublishScriptDocument, { publishHotlineScript: { __typename: 'HotlineScriptVersion' } })
  const { user, askedOf } = show(waiting, 'REVIEWER', [published])
  expect(await screen.findByText(inUse.textZh, { selector: 'del' })).toBeTruthy()
  expect(screen.getByText(waiting.textZh, { selector: 'ins' })).toBeTruthy()
  expect(screen.queryByText(inUse.textEn, { selector: 'del' })).toBeNull()
  expect(screen.queryByLabelText(/中文话术/)).toBeNull()
  await user.click(screen.getByRole('button', { name: '发布' }))
  const dialog = await screen.findByRole('dialog')
  await user.dblClick(within(dialog).getByRole('button', { name: '发布' }))
  await waitFor(() => expect(askedOf('PublishScript')).toEqual([{ id: 'v2', decidedOn: 'PROPOSED.1' }]))
  expect(await screen.findByText(/座席现在就看到新话术/)).toBeTruthy()
})
