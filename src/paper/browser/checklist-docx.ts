import { Packer } from 'docx';
import { buildChecklistDocx } from '../docx/checklist-docx.ts';

window.jgdjMakeDocx = (checklist, sheet) => Packer.toBlob(buildChecklistDocx(checklist, sheet));
