/** The author, title and other metadata of the file; the same in the document's Info and in its XMP. */
export type FileDescription = { title: string; author: string; subject: string; language: string; at: Date };

export const programName = 'Vejlederbevis';

const aiim = 'http://www.aiim.org';
const resource = '<rdf:li rdf:parseType="Resource">';

// PDF/A does not know pdfuaid, so the file must describe that schema itself (ISO 19005-3, 6.6.2.3).
const uaSchema = [
  `<pdfaExtension:schemas><rdf:Bag>${resource}`,
  '<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${aiim}/pdfua/ns/id/</pdfaSchema:namespaceURI>`,
  `<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${resource}`,
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>The part of ISO 14289 the file follows</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
].join('');

const extension = [
  `xmlns:pdfaExtension="${aiim}/pdfa/ns/extension/"`,
  `xmlns:pdfaSchema="${aiim}/pdfa/ns/schema#"`,
  `xmlns:pdfaProperty="${aiim}/pdfa/ns/property#"`,
].join(' ');

/** The metadata that declares PDF/A-3, level A, and PDF/UA-1. */
export function xmpOf({ title, author, subject, language, at }: FileDescription): string {
  const time = at.toISOString().replace(/\.\d+Z/, 'Z');
  const alternatives = (text: string) =>
    `<rdf:Alt>${['x-default', language].map((lang) => `<rdf:li xml:lang="${lang}">${escaped(text)}</rdf:li>`).join('')}</rdf:Alt>`;
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    about(
      `xmlns:pdfaid="${aiim}/pdfa/ns/id/"`,
      '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
    ),
    about(`xmlns:pdfuaid="${aiim}/pdfua/ns/id/"`, '<pdfuaid:part>1</pdfuaid:part>'),
    about(extension, uaSchema),
    about(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      `<dc:format>application/pdf</dc:format><dc:title>${alternatives(title)}</dc:title>`,
      `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`,
      `<dc:description>${alternatives(subject)}</dc:description>`,
      `<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`,
    ),
    about(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`,
      `<xmp:CreatorTool>${programName}</xmp:CreatorTool>`,
    ),
    about('xmlns:pdf="http://ns.adobe.com/pdf/1.3/"', `<pdf:Producer>${programName}</pdf:Producer>`),
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const about = (namespace: string, ...body: string[]) =>
  `<rdf:Description rdf:about="" ${namespace}>${body.join('')}</rdf:Description>`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
