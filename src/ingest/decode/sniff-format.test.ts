import { describe, expect, test } from 'vitest';
import { sniffFormat } from './sniff-format.ts';

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('sniffFormat', () => {
  test.each([
    { name: '通知.txt', head: 'Hello', format: 'txt' },
    { name: '通知', head: 'Hello', format: 'txt' },
    { name: '通知.MD', head: '# a', format: 'md' },
    { name: '通知.txt', head: '<!DOCTYPE html><p>', format: 'html' },
    { name: '通知.doc', head: '\xef\xbb\xbf\n <!-- x --><html lang="zh">', format: 'html' },
    { name: '通知.txt', head: '\xff\xfe<\0h\0t\0m\0l\0>\0', format: 'html' },
    { name: '片段.htm', head: '<div>a</div>', format: 'html' },
    { name: '说明.txt', head: '<div>a</div>', format: 'txt' },
    { name: '通知.txt', head: '%PDF-1.4', format: 'pdf' },
    { name: '通知.docx', head: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', format: 'doc' },
    { name: '通知.txt', head: 'PK\x03\x04....word/document.xml', format: 'docx' },
    { name: 'MZ.txt', head: 'MZ is how this note begins', format: 'txt' },
  ])('takes $name beginning with $head for $format', ({ name, head, format }) => {
    expect(sniffFormat(latin(head), name)).toBe(format);
  });

  test.each([
    { head: '', message: '空文件' },
    { head: '\x89PNG\r\n', message: '图片（PNG）.*文字识别' },
    { head: '\xff\xd8\xff\xe0', message: 'JPEG' },
    { head: 'PK\x03\x04 xl/workbook.xml', message: 'Excel' },
    {
      head: 'PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument',
      message: 'OpenDocument.*docx',
    },
    { head: 'PK\x03\x04 a.txt', message: 'ZIP.*解压' },
    { head: 'Rar!\x1a', message: 'RAR.*解压' },
    { head: '{\\rtf1', message: 'RTF.*docx' },
    { head: 'MZ\x90\0\x03', message: '程序' },
  ])('refuses a file beginning with $head: $message', ({ head, message }) => {
    expect(() => sniffFormat(latin(head), 'a.txt')).toThrow(new RegExp(message));
  });
});
