// Turns items of QTI 2.2 into QTI 3, with a library that is not ours. It reads a list of texts in JSON, and writes one.
import { convertQti2toQti3 } from "@citolab/qti-convert/qti-convert-node";
import { text } from "node:stream/consumers";

const items = [];
for (const item of JSON.parse(await text(process.stdin))) items.push(await convertQti2toQti3(item));
process.stdout.write(JSON.stringify(items));
