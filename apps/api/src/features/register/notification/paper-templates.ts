import type { Template } from './template.ts'
import { dateIn } from './template.ts'

// What an employer's clerks are told of papers: those printed for them, and those they hand in.

const handIn = () => '/employer/hand-in'

export const papersReady: Template<'PAPERS_READY'> = {
  path: () => '/employer/papers',
  'zh-CN': ({ papers, failed }) => ({
    title: '批量打印已完成',
    body: `${papers - failed} 份文书已合并为一个 PDF 文件，可在“文书打印”下载，保留 7 天。${failed > 0 ? `另有 ${failed} 份未能打印，原因见该页面。` : ''}`,
    sms: `您的${papers - failed}份社保文书已合并完成，请登录下载，保留7天。`,
  }),
  en: ({ papers, failed }) => ({
    title: 'Your papers are ready',
    body: `${papers - failed === 1 ? '1 paper is' : `${papers - failed} papers are`} one PDF now. Download it under Papers within 7 days.${failed > 0 ? ` ${failed} could not be printed; the page says why.` : ''}`,
    sms: `Your ${papers - failed} social insurance papers are one file now. Sign in to download it within 7 days.`,
  }),
}

export const paperDueSoon: Template<'PAPER_DUE_SOON'> = {
  path: handIn,
  'zh-CN': ({ formNo, dueOn }) => ({
    title: `${formNo} 的纸质材料即将到期`,
    body: `申报表 ${formNo} 的纸质材料最晚于 ${dateIn('zh-CN', dueOn)}送交经办机构。请打印封面页，按清单备齐并盖章。`,
    sms: `申报表${formNo}的纸质材料请于${dateIn('zh-CN', dueOn)}前送交经办机构。`,
  }),
  en: ({ formNo, dueOn }) => ({
    title: `The paper copies of ${formNo} are due soon`,
    body: `Hand in the paper copies of ${formNo} by ${dateIn('en', dueOn)}: print the cover sheet, and have the form sealed.`,
    sms: `Hand in the paper copies of ${formNo} by ${dateIn('en', dueOn)}.`,
  }),
}

export const paperOverdue: Template<'PAPER_OVERDUE'> = {
  path: handIn,
  'zh-CN': ({ formNo, dueOn }) => ({
    title: `${formNo} 的纸质材料已逾期`,
    body: `申报表 ${formNo} 的纸质材料应于 ${dateIn('zh-CN', dueOn)}前送交，经办机构尚未收到。请尽快送交；已送交的请与经办机构核对。`,
    sms: `申报表${formNo}的纸质材料已逾期未送交，请尽快办理。`,
  }),
  en: ({ formNo, dueOn }) => ({
    title: `The paper copies of ${formNo} are late`,
    body: `The paper copies of ${formNo} were due by ${dateIn('en', dueOn)} and have not come. Hand them in; if you have, ask the office.`,
    sms: `The paper copies of ${formNo} are late. Please hand them in.`,
  }),
}

export const paperReceived: Template<'PAPER_RECEIVED'> = {
  path: handIn,
  'zh-CN': ({ formNo, receivedOn, pages }) => ({
    title: `已收到 ${formNo} 的纸质材料`,
    body: `经办机构于 ${dateIn('zh-CN', receivedOn)}收到申报表 ${formNo} 的纸质材料，共 ${pages} 页，校验码与所申报的版次一致。`,
    sms: `已收到申报表${formNo}的纸质材料共${pages}页。`,
  }),
  en: ({ formNo, receivedOn, pages }) => ({
    title: `The paper copies of ${formNo} were received`,
    body: `The office received the paper copies of ${formNo} on ${dateIn('en', receivedOn)}: ${pages} ${pages === 1 ? 'page' : 'pages'}, of the version that was filed.`,
    sms: `The office received the paper copies of ${formNo}.`,
  }),
}
