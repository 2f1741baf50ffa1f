import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import {
  PaperListDocument,
  PaperRuleDocument,
  ReceivePaperDocument,
  ScannedPaperDocument,
} from './paper-copy.generated.ts'
import { StaffPapersPage } from './staff-papers-page.tsx'

afterEach(cleanup)

const materials = [{ __typename: 'PaperMaterial' as const, code: 'FORM', zh: '申报表', en: 'The form', required: true }]

function show(version: number, viewer = staffWith('OFFICER')) {
  return showPage(<StaffPapersPage />, {
    answers: [
      answer(PaperListDocument, {
        paperCounts: { __typename: 'PaperCounts', late: 0, awaited: 1 },
        paperList: {
          __typename: 'ListedPaperConnection',
          edges: [],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
      answer(PaperRuleDocument, {
        paperRule: {
          __typename: 'PaperRule',
          workingDays: 15,
          remindDays: 3,
          keepYears: 100,
          consequence: 'REMIND_ONLY',
          materials,
        },
      }),
      answer(ScannedPaperDocument, {
        scannedPaper: {
          __typename: 'ScannedPaper',
          hash: 'c6b78a1098b3',
          version,
          employerName: '甲公司',
          copy: {
            __typename: 'PaperCopy',
            id: 'p1',
            declarationId: 'd1',
            kind: 'ANNUAL_INSPECTION',
            version: 2,
            formNo: 'NJ2026-1',
            status: 'AWAITED',
            dueOn: '2026-11-06',
            late: false,
            receivedOn: null,
            receivedBy: null,
            pages: null,
            materials,
          },
        },
      }),
      answer(ReceivePaperDocument, { receivePaper: { __typename: 'PaperRefused', code: 'SEAL_MISSING' } }),
    ],
    viewer,
  })
}
const scan = async () => {
  await userEvent.type(await screen.findByRole('textbox', { name: '扫描二维码' }), 'c6b78a1098b3{Enter}')
}

it('what was scanned is taken in as it was seen; a refusal says what is missing and keeps what was typed', async () => {
  const { askedOf } = show(2)
  await scan()
  await userEvent.click(await screen.findByRole('button', { name: '收件' }))
  expect(await screen.findByText('请填写 1 至 20000 页')).toBeTruthy()
  expect(askedOf('ReceivePaper')).toEqual([])
  await userEvent.type(screen.getByLabelText(/页数/), '6')
  await userEvent.click(screen.getByLabelText(/申报表 \(必交\)/))
  await userEvent.click(screen.getByRole('button', { name: '收件' }))
  expect(await screen.findByText(/没有公章或签字不全/)).toBeTruthy()
  expect(askedOf('ReceivePaper')).toMatchObject([
    {
      input: { declarationId: 'd1', version: 2, scanned: 'c6b78a1098b3', pages: 6, sealOk: false, materials: ['FORM'] },
    },
  ])
  expect(screen.getByLabelText(/页数/)).toHaveProperty('value', '6')
  expect(await axeFindings()).toEqual([])
})

it('a paper of another version goes back with its declaration, and says so before', async () => {
  show(1)
  await scan()
  expect(await screen.findByText(/纸面是第 1 版，已申报的是第 2 版/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '退回申报' })).toBeTruthy()
})

it('an auditor reads the list and takes nothing in', async () => {
  show(2, staffWith('AUDITOR'))
  expect(await screen.findByText('各单位纸质材料')).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: '扫描二维码' })).toBeNull()
})
