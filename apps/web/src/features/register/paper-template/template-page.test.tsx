import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { outlook, step } from '../../../shared/testing/procedure.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { ProposeTemplateDocument, PublishTemplateDocument, TemplatePageDocument } from './template.generated.ts'
import type { TemplateVersionFragment } from './template.generated.ts'
import { TemplatePage } from './template-page.tsx'

afterEach(cleanup)

type Version = Unmasked<TemplateVersionFragment>
const own = { __typename: 'PaperTemplateText', language: 'ZH_CN', place: 'note', text: '一式两份。' } as const
const waiting: Version = {
  __typename: 'PaperTemplateVersion',
  id: 'v1',
  mark: 'PROPOSED.1',
  state: 'PROPOSED',
  version: 1,
  texts: [own],
  validFrom: '2026-12-01',
  documentNo: null,
  reason: '按本市规定',
  requesterName: '何经办',
  requestedAt: '2026-10-09T01:00:00.000Z',
  deciderName: null,
  decidedAt: null,
  refusal: null,
  procedure: [step('PUBLISH', { standing: 'MAY' }), step('REFUSE', { standing: 'MAY' })],
}
const place = (at: string, chinese: string, english: string, names: string[] = []) =>
  ({ __typename: 'PaperTemplatePlace', place: at, chinese, english, names }) as const

function show(version: Version | null, answers: ReturnType<typeof answer>[] = []) {
  return showPage(<TemplatePage />, {
    path: '/staff/templates/:name',
    at: '/staff/templates/QUESTION_TRANSFER',
    answers: [
      answer(TemplatePageDocument, {
        paperTemplate: {
          __typename: 'PaperTemplate',
          name: 'QUESTION_TRANSFER',
          places: [
            place('title', '移送函', 'Transfer'),
            place('subtitle', '编号 {number}', 'No. {number}', ['number']),
            place('note', '本函已告知提出人。', 'The person was told.'),
          ],
          inForce: null,
          later: [],
          waiting: version,
        },
        paperTemplateOutlook: outlook(),
        paperTemplateVersions: {
          __typename: 'PaperTemplateVersionConnection',
          edges: [],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
      ...answers,
    ],
    viewer: staffWith('REVIEWER'),
  })
}

it('a text is found, changed beside its translation, and proposed alone; what cannot be so is named with the way to it', async () => {
  const user = userEvent.setup()
  const refused = answer(ProposeTemplateDocument, {
    proposePaperTemplate: {
      __typename: 'PaperTemplateRefused',
      reason: 'TEXTS',
      texts: [{ __typename: 'PaperTemplateTextProblem', language: 'ZH_CN', place: 'subtitle', problem: 'NAMES' }],
    },
  })
  const { askedOf } = show(null, [refused])
  expect(await screen.findByText(/还没有修改任何文字/)).toBeTruthy()
  await user.type(screen.getByLabelText('查找文字'), '编号')
  expect(await screen.findByText('共 1 处文字')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '修改：编号 {number}' }))
  await user.clear(screen.getByLabelText('中文'))
  await user.type(screen.getByLabelText('中文'), '函号')
  expect(screen.getByText('已修改 1 处。')).toBeTruthy()
  await user.type(screen.getByLabelText(/生效日/), '20261201')
  await user.type(screen.getByLabelText(/修改原因/), '按本市规定')
  await user.click(screen.getByRole('button', { name: '提出新版' }))
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByRole('link', { name: '函号' }).getAttribute('href')).toBe('#text-subtitle')
  expect(alert.textContent).toContain('花括号中的名称须与系统提供的文字相同：{number}')
  expect(askedOf('ProposeTemplate')).toMatchObject([
    {
      input: {
        name: 'QUESTION_TRANSFER',
        texts: [{ language: 'ZH_CN', place: 'subtitle', text: '函号' }],
        validFrom: '2026-12-01',
        documentNo: null,
      },
    },
  ])
  expect(screen.getByLabelText('中文')).toHaveProperty('value', '函号')
  expect(await axeFindings()).toEqual([])
})

it('a version that waits is read before and after, and published once', async () => {
  const user = userEvent.setup()
  const published = answer(PublishTemplateDocument, {
    publishPaperTemplate: { __typename: 'PaperTemplateVersion' },
  })
  const { askedOf } = show(waiting, [published])
  const before = await screen.findByText('本函已告知提出人。', { selector: 'del' })
  expect(before).toBeTruthy()
  expect(screen.getByText('一式两份。', { selector: 'ins' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^修改/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: '发布' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('改动 1 处')
  await user.dblClick(within(dialog).getByRole('button', { name: '发布' }))
  await waitFor(() => expect(askedOf('PublishTemplate')).toEqual([{ id: 'v1', decidedOn: 'PROPOSED.1' }]))
  expect(await screen.findByText(/已发布，自生效日起/)).toBeTruthy()
})
