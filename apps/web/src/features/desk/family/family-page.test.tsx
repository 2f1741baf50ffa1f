import { civilDateAt, lastConsentDay } from '@shebao/kernel'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import {
  FamilyDocument,
  GiveRecordConsentDocument,
  RevokeRecordConsentDocument,
  SharedRecordDocument,
  type FamilyQuery,
  type GiveRecordConsentMutation,
} from './family.generated.ts'
import { FamilyPage } from './family-page.tsx'
import { SharedRecordPage } from './shared-record-page.tsx'

const consent: FamilyQuery['recordConsents'][number] = {
  __typename: 'RecordConsent',
  id: 'c1',
  readerName: '李四',
  readerNumberMasked: '110*************70',
  relation: 'SPOUSE',
  validTo: '2027-03-31',
  givenAt: '2026-11-29T02:30:00.000Z',
  revokedAt: null,
  stands: true,
}
const family: FamilyQuery = {
  recordsSharedWithMe: [
    { __typename: 'HeldRecordConsent', id: 'c2', name: '王五', relation: 'CHILD', validTo: '2027-01-31' },
  ],
  recordConsents: [consent],
}
const open = (outcome: GiveRecordConsentMutation['giveRecordConsent']) =>
  showPage(<FamilyPage />, {
    answers: [
      answer(FamilyDocument, family),
      answer(GiveRecordConsentDocument, { giveRecordConsent: outcome }),
      answer(RevokeRecordConsentDocument, {
        revokeRecordConsent: { ...consent, stands: false, revokedAt: '2026-11-29T02:31:00.000Z' },
      }),
    ],
    viewer: { kind: 'INSURED' },
  })
afterEach(cleanup)

describe('records of the family', () => {
  it('shows whose I may read and whom I let read, and takes one back after asking', async () => {
    const { user, askedOf, container } = open({ __typename: 'RecordConsentGiven', consent })
    expect((await screen.findByRole('link', { name: '王五' })).getAttribute('href')).toBe('/me/family/c2')
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '撤回授权' }))
    expect(askedOf('RevokeRecordConsent')).toEqual([])
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤回授权' }))
    await screen.findByText(/已撤回/)
    expect(askedOf('RevokeRecordConsent')).toEqual([{ id: 'c1' }])
  })

  it('says what is wrong at its field, sends nothing half filled, and keeps what was typed', async () => {
    const { user, askedOf } = open({ __typename: 'RecordConsentRefused', refusal: 'OWN_NUMBER' })
    const lastDay = lastConsentDay(civilDateAt(new Date()))
    const number = await screen.findByRole('textbox', { name: '对方证件号码' })
    await user.type(number, '110101199003078671')
    await user.click(screen.getByRole('button', { name: '授权' }))
    // A number that cannot be is said at once with what is blank.
    expect(await screen.findByText('请选择对方是您的什么人')).toBeTruthy()
    expect(number.getAttribute('aria-invalid')).toBe('true')
    expect(askedOf('GiveRecordConsent')).toEqual([])
    await user.clear(number)
    await user.type(number, '110101199003078670')
    await user.type(screen.getByRole('textbox', { name: '对方姓名' }), '李四')
    await user.selectOptions(screen.getByRole('combobox', { name: '对方是我的' }), 'SPOUSE')
    const validTo = screen.getByRole('textbox', { name: '授权到' })
    await user.type(validTo, '2099-03-31')
    await user.click(screen.getByRole('button', { name: '授权' }))
    // Three years at most, which is said without asking.
    expect(await screen.findByText('最长三年，请填早一些的日期')).toBeTruthy()
    expect(askedOf('GiveRecordConsent')).toEqual([])
    await user.clear(validTo)
    await user.type(validTo, lastDay)
    await user.click(screen.getByRole('button', { name: '授权' }))
    expect(await screen.findByText('这是您自己的号码')).toBeTruthy()
    await waitFor(() =>
      expect(askedOf('GiveRecordConsent')).toEqual([
        { number: '110101199003078670', name: '李四', relation: 'SPOUSE', validTo: lastDay },
      ]),
    )
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '对方姓名' }).value).toBe('李四')
  })
})

describe('the record of another', () => {
  it('says that it is gone once the consent has ended', async () => {
    showPage(<SharedRecordPage />, {
      path: '/me/family/:id',
      at: '/me/family/c2',
      answers: [
        answer(SharedRecordDocument, () => {
          throw new Error('NOT_FOUND')
        }),
      ],
      viewer: { kind: 'INSURED' },
      language: 'en',
    })
    expect(await screen.findByText('This record cannot be read now')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Back to records of your family' })).toBeTruthy()
  })
})
