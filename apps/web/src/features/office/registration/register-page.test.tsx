import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, answerWithout, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { DistrictsOfRegionDocument } from '../../../shared/case/districts.generated.ts'
import { RequestVerificationCodeDocument } from '../session/sign-in.generated.ts'
import { RegisterPage } from './register-page.tsx'
import {
  OpenRegistrationDocument,
  ReadRegistrationDocument,
  SubmitRegistrationDocument,
} from './registration.generated.ts'

const key = { number: 'DJ00000001', secret: 'ABCD-EFGH-JKLM-NPQR' }
const stated = {
  creditCode: '91110000600037341L',
  name: '新设示范有限公司',
  unitType: 'ENTERPRISE',
  industry: 'I',
  registeredAddress: '北京市东城区新设路1号',
  legalRepName: '王示范',
  legalRepIdNumber: '11010519491231002X',
  legalRepPhone: '010-62345678',
  contactName: '李经办',
  contactMobile: '13812345678',
  bankName: '示范银行',
  bankAccountName: '新设示范有限公司',
  bankAccountNumber: '0200004509000131555',
} as const
const refused = {
  __typename: 'RegistrationApplication' as const,
  number: key.number,
  state: 'REFUSED' as 'OPENED' | 'REFUSED' | 'SUBMITTED',
  version: 1,
  submittedAt: '2026-11-23T02:00:00Z',
  decidedAt: '2026-11-24T02:00:00Z',
  opensAccount: false,
  values: (Object.keys(stated) as (keyof typeof stated)[]).map((field) => ({
    __typename: 'RegistrationValue' as const,
    field,
    value: stated[field],
  })),
  versions: [
    {
      __typename: 'RegistrationVersion' as const,
      version: 1,
      submittedAt: '2026-11-23T02:00:00Z',
      note: '执照与名称不符',
      fieldNotes: [{ __typename: 'RegistrationFieldNote' as const, field: 'name' as const, note: '少了“责任”二字' }],
    },
  ],
}
const challenge = answer(RequestVerificationCodeDocument, {
  requestVerificationCode: {
    __typename: 'VerificationChallenge',
    id: 'v1',
    kind: 'IMAGE',
    expiresAt: '2026-11-23T02:05:00Z',
    image: 'data:image/png;base64,',
    proofOfWork: null,
  },
})

const places = answer(DistrictsOfRegionDocument, {
  office: {
    __typename: 'Office',
    region: '110000',
    districts: [
      { __typename: 'District', code: '110105', nameZh: '北京市朝阳区', nameEn: '朝阳区, Beijing' },
      { __typename: 'District', code: '110108', nameZh: '北京市海淀区', nameEn: '海淀区, Beijing' },
    ],
  },
})

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('registering without an account', () => {
  it('looks at an application by its number and secret; both are needed', async () => {
    const answers = [
      challenge,
      answer(ReadRegistrationDocument, {
        readRegistration: {
          __typename: 'RegistrationRefused',
          reason: 'UNKNOWN',
          retryAt: null,
          problems: [],
        },
      }),
    ]
    answerWithout([...answers, places])
    const { user } = showPage(<RegisterPage />, { answers })
    await user.click(screen.getByRole('button', { name: '查询' }))
    expect(screen.getByText('请填写申请编号')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: '申请编号' }), key.number)
    await user.type(screen.getByRole('textbox', { name: '查询码' }), key.secret)
    await user.click(screen.getByRole('button', { name: '查询' }))
    expect(await screen.findByText('编号或查询码不对，请核对后重试。')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('shows the secret of what was just begun, and goes on showing it', async () => {
    const answers = [
      challenge,
      answer(OpenRegistrationDocument, { openRegistration: { __typename: 'RegistrationOpened', ...key } }),
      answer(ReadRegistrationDocument, { readRegistration: { ...refused, state: 'OPENED', version: 0, versions: [] } }),
    ]
    answerWithout([...answers, places])
    const { user, askedOf } = showPage(<RegisterPage />, { answers })
    await user.click(await screen.findByRole('button', { name: '开始申请' }))
    expect(await screen.findByText(key.secret)).toBeTruthy()
    expect(screen.getByText(/最多 12 个/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: '单位名称' }), '新设')
    expect(screen.getByText(key.secret)).toBeTruthy()
    expect(askedOf('ReadRegistration')).toEqual([])
  })

  it('refused, shows the notes at their fields with what was sent, and goes out corrected', async () => {
    sessionStorage.setItem('shebao.registration.key', JSON.stringify(key))
    const submit = answer(SubmitRegistrationDocument, {
      submitRegistration: { ...refused, state: 'SUBMITTED', version: 2, values: [] },
    })
    const answers = [challenge, answer(ReadRegistrationDocument, { readRegistration: refused }), submit]
    answerWithout([...answers, places])
    const { user } = showPage(<RegisterPage />, { answers })
    expect(await screen.findByText(/执照与名称不符/)).toBeTruthy()
    expect(screen.getByText('审核意见：少了“责任”二字')).toBeTruthy()
    const name = screen.getByRole('textbox', { name: '单位名称' })
    await user.clear(name)
    await user.click(screen.getByRole('button', { name: '提交补正后的申请' }))
    expect(await screen.findByText('请填写')).toBeTruthy()
    await user.type(name, '新设示范有限责任公司')
    await user.click(screen.getByRole('button', { name: '提交补正后的申请' }))
    expect(await screen.findByText(/已提交（第 2 次）/)).toBeTruthy()
  })

  it('chooses the district that the credit code names, until another is chosen', async () => {
    sessionStorage.setItem('shebao.registration.key', JSON.stringify(key))
    const answers = [challenge, answer(ReadRegistrationDocument, { readRegistration: refused })]
    // The page does without the data client, for the districts too.
    answerWithout([...answers, places])
    const { user } = showPage(<RegisterPage />, { answers })
    const district = await screen.findByRole('combobox', { name: '所属区县 (选填)' })
    const code = screen.getByRole('textbox', { name: '统一社会信用代码' })
    const typed = async (creditCode: string) => {
      await user.clear(code)
      await user.paste(creditCode)
    }
    expect(district).toHaveProperty('value', '')
    await typed('91110108MA01ABCD1E')
    expect(district).toHaveProperty('value', '110108')
    await typed('91110105MA0CLM5W0R')
    expect(district).toHaveProperty('value', '110105')
    await user.selectOptions(district, '110108')
    await typed('91110105MA0CLM5W0R')
    expect(district).toHaveProperty('value', '110108')
  })
})
