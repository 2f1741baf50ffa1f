import { defineMessages } from '../../../shared/lib/messages.ts'

export const paperMessages = defineMessages(
  {
    files: '附件',
    file: '文件',
    case: '所属业务',
    handedIn: '上传时间',
    noFiles: '该单位的业务还没有附件。',
    more: '显示更早的',
    WRITE_OFF: '欠费核销',
    REFUND: '退费',
    BACK_PAYMENT: '补缴',
    RECONCILIATION_ITEM: '款项认领',
    PARTICULARS_CHANGE: '信息变更',
<<<<<<< HEAD
    EMPLOYEE_CONFIRMATION: '职工确认签名',
=======
    ONLINE_FILING: '网上申报资格',
>>>>>>> main
    contacts: '联系人',
    handler: '经办人',
    representative: '法定代表人',
    held: '期间',
    since: '{from}起',
    fromTo: '{from}至{to}',
    noContacts: '登记信息中没有联系人。',
    failed: '没有取到数据，请检查网络后重试。',
  },
  {
    files: 'Files',
    file: 'File',
    case: 'Handed in with',
    handedIn: 'When',
    noFiles: 'No file has been handed in with a case of this unit.',
    more: 'Show earlier ones',
    WRITE_OFF: 'Write-off',
    REFUND: 'Refund',
    BACK_PAYMENT: 'Back payment',
    RECONCILIATION_ITEM: 'Claim of money',
    PARTICULARS_CHANGE: 'Change of particulars',
<<<<<<< HEAD
    EMPLOYEE_CONFIRMATION: 'Signature of an employee',
=======
    ONLINE_FILING: 'Online filing',
>>>>>>> main
    contacts: 'Contacts',
    handler: 'Handler',
    representative: 'Legal representative',
    held: 'From and to',
    since: 'since {from}',
    fromTo: '{from} to {to}',
    noContacts: 'The register names nobody.',
    failed: 'The data did not arrive. Check the connection and try again.',
  },
)
