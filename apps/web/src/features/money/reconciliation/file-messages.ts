import { defineMessages } from '../../../shared/lib/messages.ts'

/** Files that came: from whom, what they wait for, and taking them back. */
export const fileMessages = defineMessages(
  {
    FETCHED: '银行取得',
    BROUGHT: '人工上传',
    held: '待放行：这份对账单由{name}人工上传，款项全部暂挂待清分户，未记入任何单位。请另一人核对原件后放行。',
    heldMine: '这份对账单由您上传，款项全部暂挂待清分户，须由他人放行。',
    waiting: '对账单 {number} 缺页：已有第 {pages} 页，{missing}。各页到齐前，其中的款项一笔也不入账。',
    missingPages: '缺第 {pages} 页',
    missingLast: '末页未到',
    release: '核对无误，放行',
    releaseTitle: '放行 {day} 的对账单？',
    releaseText:
      '{count} 笔，收入合计 {credit}（{capitals}），期末余额 {closing}。放行后，附言写明单位或通知单的来款立即入账，其余待认领。',
    undo: '撤销导入',
    undoTitle: '撤销整份导入？',
    undoText:
      '这份文件引起的全部入账以冲销分录退回，已抵缴的欠费恢复未缴，相关处理作废。文件可以更正后重新导入。关账后不能撤销。',
    reason: '撤销原因',
    reasonWrong: '请填写 4 至 300 字的原因',
    refusedDAY_CLOSED: '这一天已经关账，不能再更改。',
    refusedREPLACED: '这份对账单已被更正后的文件替代，请先撤销后来的那份。',
    refusedLATER_STATEMENT: '之后的日期已有对账单接续此余额，请先从最近的一天起逐日撤销。',
    refusedNOT_IN_STATE: '这份对账单的状态已经变化，请刷新。',
    refusedSAME_PERSON: '上传与放行不得为同一人。',
    refusedREASON_MISSING: '请填写 4 至 300 字的原因。',
    refusedDECISION_STANDS: '其中的款项已转入单位预存，不能随导入撤销：{names}',
    refusedREFUND_STANDS: '其中的款项正在退费，请先驳回退费：{names}',
    refusedCREDIT_SPENT: '其中的款项已有一部分退费，不能撤销：{names}',
    refusedOTHER: '没有完成，请检查网络后重试。填写的内容仍在。',
    importedHeld: '此文件由人工上传：款项全部暂挂待清分户，待另一人放行后入账。',
    waitingImported:
      '{name}是对账单 {number} 的一页，已收到第 {pages} 页，{missing}。到齐前不入账，请继续上传其余各页。',
    otherAccounts: '文件中还有其他账号的对账单，未读入：{accounts}',
    formats: '文件格式与示例',
    formatsText:
      '对账单可以是 ISO 20022 camt.053（002 至 013 版）或 CSV（UTF-8、UTF-16、GBK、GB18030；逗号、分号或制表符分隔）。CSV 上方写明账号、对账单编号、对账日期、期初余额；一行列名；每笔一行；最后一行为合计行：合计,笔数,2,金额,3203.00,期末余额,6906.00。合计行的金额为收入减支出。',
    sampleBank: '下载银行对账单示例（CSV）',
    sampleTreasury: '下载国库清单示例（CSV）',
    sampleCamt: '下载 camt.053 示例（XML）',
  },
  {
    FETCHED: 'from the bank',
    BROUGHT: 'brought by hand',
    held: 'Waits for release: {name} brought this statement by hand. All its money is in suspense and nobody’s yet. Somebody else compares it with the bank’s own and releases it.',
    heldMine: 'You brought this statement. All its money is in suspense until somebody else releases it.',
    waiting:
      'Statement {number} is not whole: {pages} of its pages are here; {missing}. Until all are, none of its money is booked.',
    missingPages: 'missing: page {pages}',
    missingLast: 'the last page is missing',
    release: 'Compared: release it',
    releaseTitle: 'Release the statement of {day}?',
    releaseText:
      '{count|# entry|# entries}, {credit} received ({capitals}), closing balance {closing}. Money that names an employer or a bill is then booked at once; the rest waits to be assigned.',
    undo: 'Undo the import',
    undoTitle: 'Undo the whole import?',
    undoText:
      'All that this file booked goes back by reversing entries, bills it paid are unpaid again, decisions about it are void. The file can be brought again. A closed day cannot be undone.',
    reason: 'Why it is undone',
    reasonWrong: 'Give a reason of 4 to 300 characters',
    refusedDAY_CLOSED: 'This day is closed; nothing of it changes any more.',
    refusedREPLACED: 'A corrected file has taken its place; undo that one first.',
    refusedLATER_STATEMENT: 'A later day begins with its closing balance; undo from the last day backwards.',
    refusedNOT_IN_STATE: 'This statement is in another state now; reload the page.',
    refusedSAME_PERSON: 'Whoever brought it does not release it.',
    refusedREASON_MISSING: 'Give a reason of 4 to 300 characters.',
    refusedDECISION_STANDS: 'Money of it went to an employer’s credit and cannot be undone with the file: {names}',
    refusedREFUND_STANDS: 'A refund of its money has begun; reject it first: {names}',
    refusedCREDIT_SPENT: 'A part of its money was refunded; it cannot be undone: {names}',
    refusedOTHER: 'That did not work. Check the connection and try again; what you typed is still here.',
    importedHeld: 'A person brought this file: all its money is in suspense until somebody else releases it.',
    waitingImported:
      '{name} is a page of statement {number}; here: {pages}; {missing}. Nothing is booked until all pages are here. Bring the others.',
    otherAccounts: 'Statements of other accounts in the file were not read: {accounts}',
    formats: 'File formats and samples',
    formatsText:
      'A statement is ISO 20022 camt.053 (versions 002 to 013) or CSV (UTF-8, UTF-16, GBK, GB18030; comma, semicolon or tab). On top of a CSV stand account, statement number, day and opening balance; then one row of column names, one row an entry, and the total line: TOTAL,Count,2,Sum,3203.00,Closing balance,6906.00. The sum is what came in less what went out.',
    sampleBank: 'Sample bank statement (CSV)',
    sampleTreasury: 'Sample treasury list (CSV)',
    sampleCamt: 'Sample camt.053 (XML)',
  },
)
