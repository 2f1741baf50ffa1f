/** Stands beside the tables, for whoever gets the folder and not the product. */
export const instructions = `# 经办机构全部数据导出 · Everything the office keeps

- \`tables/<表>.jsonl\`：每行一条记录（JSON），按主键排序；没有值的字段不出现。金额为整数“分”（写成字符串），日期为 YYYY-MM-DD，时刻为 UTC，二进制为 base64。
- \`datapackage.json\`：数据字典（Data Package 标准），含字段含义、类型、主键、外键。
- \`attachments/\`：附件，按记录中的编号命名，仍为加密内容。
- \`readable/\`（仅在要求时）：加密字段和附件的明文，按主键与表对应。含个人信息，请加密保存，用后删除。
- \`manifest.json\`：每个文件、每张表内容的 SHA-256，各号码序列的当前值。
- \`manifest.hmac\`：manifest.json 的 HMAC-SHA256（十六进制），密钥由 HKDF-SHA256 从主密钥导出，info 为 shebao/export-manifest/1。有主密钥者可据此核实来源。

加密字段：1 字节数据密钥编号、12 字节随机数、16 字节校验、密文（AES-256-GCM）。数据密钥在 vault_key（name 为 seal）中，由主密钥（指纹见 manifest 的 keyFingerprint）封装：1 字节版本、12 字节随机数、16 字节校验、密文（AES-256-GCM，封装密钥由 HKDF-SHA256 从主密钥导出，info 为 shebao/wrap/1，附加数据为 shebao/wrapped/seal/<编号>）。
导入另一套本产品：设置同一密钥，空数据库，同一版本，运行 \`shebao import <本文件夹>\`。

- \`tables/<table>.jsonl\`: one row a line (JSON), in the order of the primary key; a field without a value is left out. Money is whole fen, written as a string; days are YYYY-MM-DD, instants UTC, bytes base64.
- \`datapackage.json\`: the dictionary (Data Package standard): what fields mean, types, keys, references.
- \`attachments/\`: attached files by the numbers that rows name them by, still sealed.
- \`readable/\` (only when asked for): what is sealed, opened; it belongs to the tables by primary key. It is personal data in clear: keep it encrypted, delete it after use.
- \`manifest.json\`: SHA-256 of every file and of what every table holds, and where each series of numbers stands.
- \`manifest.hmac\`: HMAC-SHA256 of manifest.json in hexadecimal; its key is derived from the secret key by HKDF-SHA256 with the info shebao/export-manifest/1. Who has the secret key sees by it that the office wrote this.

A sealed value is one byte with the number of its key, 12 of nonce, 16 of tag, ciphertext (AES-256-GCM). The keys stand in vault_key (name seal), wrapped with the office's secret key (its fingerprint is keyFingerprint of the manifest): one byte of version, 12 of nonce, 16 of tag, ciphertext (AES-256-GCM; the wrapping key is derived by HKDF-SHA256 with the info shebao/wrap/1, the associated data is shebao/wrapped/seal/<number>).
Into another installation of the product: the same key, an empty database, the same release, \`shebao import <this folder>\`.
`
