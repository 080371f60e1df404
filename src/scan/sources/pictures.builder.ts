import { inflateSync } from "node:zlib";

/**
 * A picture of a list, of one bit a point, with invented numbers: 客户信息登记表 / 张三 手机号 13910000001 / 身份证号 110105199003079011 /
 * 李四 电话 13910000002 / 邮箱 zhang3@example.com. Drawn with Noto Sans SC.
 */
export const PICTURE_OF_LIST = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAoAAAADmAQAAAABthAngAAAG/UlEQVR42u3bTWvkyBkA4FIUVpdklI/LHBzXIYT8gA5xN8hd+Qc55zawAR93hj7ETeQuGe8hgYHOIYfdYFS/IbuHTIjjlvEQZWFinQOTsYx2p07B6q1Dq3B1vZmS7Glnl0D0EQisxHtQd6OHeqtUVSpJjaDjDfVgD/ZgD/ZgD3YI0tv9y65AAgq0D5AAOtYAIFqCCBEFekYLRNEneh8VyGkNalCa5oio88UQ5chuB1JYIEsFlgAy4oSp1ilPDSgDWwA5/5xCe/CxtaBSAuSIZDmAal2H2RKoXKaOABJ9vSDtS3iWAZVXJTjXww7ArRio/MykPCaAPZQiqx2oMSDrn6aE40cWeO1PG+UCstZlytcSdhV80jLlPNJUrstWNiDA97J2oJ1vU1iXg0MJKi9uBWpkjSmsI2edLFILdiGf4XYlTC1NYZ2sPuOsBDNK2oFcajDg31aJEPADTSlrC6oK1D+VHL6p6ZO4bcoGjJxjvSc5bOmZfdUWlCX4EmmEsI80li1TXq8B1per22/adJN+ou/BHuzBHuzBbtcp9qLcS+kl6FZXwxvQXHpECC6tbkBxOkMWRBguR5pyOC/woSJnCldx3gA8KRd7DC53DXh0Nf92QT6Q8yqOGoDPyj2mrBLMVheeJp5Iqsjqg0e/34DIAQEXMyDjCa9CNGiUj6FsFMx2oVyLXszoeLb3uowmIKlOGwZdgR7CFTjfzZEFArbbg2ZlwsCpQEW8dqD9JwgcA373ABiAUBi1BP9Y7qAHPzsAYuow+Us7UJRggB5cHkB52nDdEvzz7Xn4qivwpALXrw4WwA2ogHiTuIom4OltX351wOAaBI8L2HS9JuBHPkIGfLlm5t7NI9fKnbeDA6K1wdXRQ4RoCS4M+BjbuXOuSBUNQAebpViB4e+KFLiDAXZelqEgcKlpQToA+4m+B3uwB3uwBzsDCYT8pryp2w2oKYRcplZnYGrByUql5vGHxlfavdJuMMORclPtRtpFnptqfFUDvJbgCU2JAGKWOvGZigMf/6qYv/Djb/gxGs5f+PisHjgVAAYEvJR8KTkDvP2Eh1N+OuX6CQ8pXtZKWU8lADF1yKQUUgoGjExWbCT0VGixYoTJWiVUE7WEskWYFEKKEhwIMhB6IpQQpC74bE89Wv0ncF0bTK3hT5C/sgPk3oHBHViUH+uC6Jf7lvo38Cll4SgjA3ElhJRZ3ZQLOpuqFVGblDVhwdAmA5EKIQq7JpgUUIJyAwJh2XhQ1aHQg5ogsiqwKE+bOxCIqUMYCAF16xDOYHbTKfhr8G/UH4gZdpiUmZQZEKYpD0cZjDIBPKwH6pEBd4h5Ssqk5FLyGWWKxm+63njEM4hDWgsspjAV6hcENC3swIvfBNq3g8J94cfIj7PCfbFvB+S/B88kTEQRWRU4xiYK+7DAVxoHGmcFvirqgNo9hL0jGVkQdTQFkBjeKx8anX11Zr0e7MEe7MEe/J+Ciy7XKeW1JtCcdgSq6oak96UXd26agBqhrQr8wIVcOyl1c+pUkTYqIULeyoMIEXYNafHu85n7evxuFe+TJqD8oVp5kDAC11CsxZzMk7tbuqwRKAYbUIFgiyQ5llVAIzAeVqA3NG/lCcYS9qGsohnoeh43deg97AbUhG7xu0ZRELcvYWopXtZhCboJ3oC6EQiZSjagE90HaSNwrpLAgCEyrby8l7Jq2vWwMnV4jKgCCffAomnXIxWovwgum3Y9UJAw+G0FkiTZWlaRNU0ZFABL3tdUyaUmyduuF7cavpKnmkYP7ci33g4OAW5Vwi1Eoy0nUlYObhXNwKICA+yhbkbsomJyqnRHU0A/0fdgD/ZgD35VwVXXoAAw74jzL//IG4L5dsfgamxenKiOVhictiDa8cL37o4uHGW1BQc7w5f87ugbvlRtwcnO9B+rt0dzvrl+aAr+mIYI0M/x4eduhHkCxGGe+5vH0uEpFGP3r0NaF4Q3YJC6KHeeEs7g9PsX+06A9m3+nOZbdlTraVoJ7n/NB5UlaslDmoTOibygfL69v+SMZFLE85ogKkHJEzXh4Qyf8GP5KWRsPJWcES5lwuqCO2QbmTeL1CQLZ+4u/1CmBhxJTkgiZMJw3VZePECQcR5NREj5iD+zltouQdQQDN/xgXP+YCKeUlGCxaQd+B0fEs7HExGBGF2P4FMpqpShGXj8OwRz/no2EQzEKPHhuahABmWj1ATRj0ahD4y/9ieCicxDPlxMMjYeLjmTXIoG4DT0AXH+rYk4zJ3TqR6FwyM2HtpZPMq37Nog3TE9Be3xdyYiGLoMwGbDARuPHJFOi223NggrA1Ybw5Dc/SSbTgEG1LcfCdsMMc3BexthkDtdgpiYSaBDMLg39HUCtvn/UX+x1IM92IM92IM9+P8G/guWcCExBZY5xAAAAABJRU5ErkJggg==",
  "base64",
);

/** The objects of a PDF page that shows the picture and nothing else: what it draws, and object 50. */
export function buildPdfPicture(): { readonly page: string; readonly objects: string } {
  const [width, height] = [PICTURE_OF_LIST.readUInt32BE(16), PICTURE_OF_LIST.readUInt32BE(20)];
  const at = PICTURE_OF_LIST.indexOf("IDAT");
  const packed = PICTURE_OF_LIST.subarray(at + 4, at + 4 + PICTURE_OF_LIST.readUInt32BE(at - 4));
  const stride = Math.ceil(width / 8) + 1;
  const rows = inflateSync(packed);
  const points = Array.from({ length: height }, (_, row) => rows.subarray(row * stride + 1, (row + 1) * stride));
  const hex = `${Buffer.concat(points).toString("hex")}>`;
  const objects = `50 0 obj<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/ASCIIHexDecode/Length ${hex.length}>>stream\n${hex}\nendstream endobj\n`;
  return { page: `q ${width} 0 0 ${height} 10 300 cm /Im1 Do Q`, objects };
}
