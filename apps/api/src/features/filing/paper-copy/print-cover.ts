import type { Language } from '@shebao/kernel'
import { oneOf } from '@shebao/kernel'
import qrcode from 'qrcode'
import { may } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findEmployer, getOfficeOf } from '../../register/employer/index.ts'
import { renderPdf } from '../../register/paper/index.ts'
import type { PrintedPaper } from '../../register/paper/index.ts'
import { declarationKinds } from '../declaration/index.ts'
import { findPaperCopy } from './paper-copy.repository.ts'
import { findPaperRule } from './paper-rule.repository.ts'

const template = 'filing/paper-copy/cover.typ'

const coverWords = {
  'zh-CN': {
    title: '纸质材料封面',
    ANNUAL_INSPECTION: '社会保险年检申报',
    MONTHLY: '社会保险月度申报',
    unit: '单位名称',
    creditCode: '统一社会信用代码',
    formNo: '申报表编号',
    version: '申报版次',
    acceptedOn: '核定日期',
    dueOn: '最晚送交日期',
    noDay: '待工作日历公布',
    handInAt: '送交地点',
    keepUntil: '保存至',
    checklist: '材料清单',
    required: '必交',
    optional: '如有',
    scan: '经办人员收件时扫描此码，核对所交材料与已申报的版次一致。',
    fullHash: '申报内容校验码（SHA-256）',
    hash: '内容摘要',
    page: '第 {page} 页，共 {pages} 页',
    sealPlace: '单位公章',
    received: ['收件人', '页数', '收件日期'],
  },
  en: {
    title: 'Cover sheet of the paper copies',
    ANNUAL_INSPECTION: 'Annual social insurance inspection',
    MONTHLY: 'Monthly social insurance declaration',
    unit: 'Unit',
    creditCode: 'Credit code',
    formNo: 'Form number',
    version: 'Version',
    acceptedOn: 'Accepted on',
    dueOn: 'Hand in by',
    noDay: 'when the calendar is published',
    handInAt: 'Hand in at',
    keepUntil: 'Kept until',
    checklist: 'What belongs to it',
    required: 'required',
    optional: 'if any',
    scan: 'Staff scan this code when they take the papers: they must be of the version that was filed.',
    fullHash: 'Content hash (SHA-256)',
    hash: 'Content hash',
    page: 'Page {page} of {pages}',
    sealPlace: 'Seal of the unit',
    received: ['Received by', 'Pages', 'Date'],
  },
} as const

/** The cover sheet, for the unit that brings the papers. It is no document of the office: it says only what belongs together. */
export async function printCover(
  platform: Platform,
  viewer: Viewer,
  { declarationId, language }: { declarationId: string; language: Language },
): Promise<PrintedPaper> {
  const copy = await findPaperCopy(platform, declarationId)
  if (!copy || !may(viewer, 'paper:hand-in', copy)) throw notFound('paper copy')
  const employer = await findEmployer(platform, copy.employerId)
  if (!employer) throw notFound('employer')
  const [office, kind] = [await getOfficeOf(platform, employer), oneOf(declarationKinds, copy.kind, 'kind')]
  const [words, chinese] = [coverWords[language], language === 'zh-CN']
  const { materials } = await findPaperRule(platform, kind)
  const pdf = await renderPdf(template, {
    lang: chinese ? 'zh' : 'en',
    title: words.title,
    subtitle: words[kind],
    number: copy.formNo,
    contentHash: copy.contentHash,
    mark: { token: null },
    office: {
      name: chinese ? office.nameZh : office.nameEn,
      address: chinese ? office.addressZh : office.addressEn,
      phone: office.phone,
    },
    facts: [
      [words.unit, employer.name],
      [words.creditCode, employer.creditCode],
      [words.formNo, copy.formNo],
      [words.version, String(copy.version)],
      [words.acceptedOn, copy.expectedOn],
      [words.dueOn, copy.dueOn ?? words.noDay],
      [words.handInAt, chinese ? office.addressZh : office.addressEn],
      [words.keepUntil, copy.keepUntil],
    ],
    materials: materials.map(({ zh, en, required }) => [chinese ? zh : en, required ? words.required : words.optional]),
    qrSvg: await qrcode.toString(copy.contentHash, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }),
    words,
  })
  return { pdf, number: `${copy.formNo}-cover` }
}
