/** What is said of a file that no program can have written so. */
export const BROKEN = '文件已损坏，打不开；请用办公软件打开后重新保存';
