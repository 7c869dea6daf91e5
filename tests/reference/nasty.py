# SPDX-License-Identifier: GPL-3.0-or-later
"""The nasty text on which tokenizers are compared: lines that have broken tokenizers, and random ones from their parts.

Every character in lines() was assigned by Unicode 13; newer() holds younger ones, which not every library knows.
"""
import json
import random
import re

PLAIN = """The nurse said that|The nurse said that she|The doctor's nurse's aide|I'm sure they'll've we'd don't can't it's 'tis 's
 leading space|trailing space |  two leading|two trailing  |a  b   c    d     e|1234567890|3.14159 1,000,000|x=1;y=2;z=x+y
Hello, world!|HELLO WORLD|CamelCaseAndsnake_case|http://example.org/a?b=c&d=e#f|someone@example.org|$100 €20 £5 ¥300|50% of 1/2 ½ ¾ ²³
naïve café résumé|Ångström Ωmega|straße STRASSE ẞ|İstanbul ıspanak|ŉ ǰ ΐ ΰ|ﬁ ﬂ ﬀ ﬃ|Ⅷ ⅷ ① Ⓐⓐ|ªº|µ μ|Ǆ ǅ ǆ
Привет, мир!|Ёлка ё|українська її|ქართული|Ελληνικά ΆΈΉ|Հայերեն|你好，世界！|中文没有空格|日本語のテキスト|カタカナ ﾊﾝｶｸ|한국어 텍스트|각 각|ไทยไม่มีช่องว่าง
שלום עולם|مرحبا بالعالم|السَّلامُ عَلَيْكُمْ|हिन्दी में पाठ|বাংলা|தமிழ்|తెలుగు|ಕನ್ನಡ|മലയാളം|ខ្មែរ|မြန်မာ|አማርኛ|ᚠᚢᚦ|𐍈𐌰𐌽|𝒳𝓎𝔷 𝟘𝟙|𠀀𠀁|𓀀𓀁
😀|😀😃😄|👍🏽|👨‍👩‍👧‍👦|🏳️‍🌈|🤦🏽‍♂️|🇩🇪🇫🇷|1️⃣2️⃣|☂️☔|a😀b|a 😀 b|😀 nurse 😀|👩🏿‍⚕️ said she|♀ ♂ ⚧
def f(x):|    return x**2|if (a && b) { c[0] = '\\n'; }|<div class="a">&amp;</div>|// comment|/* x */|#include <vector>|a->b::c|x != y <= z|lambda x: x or None
--flag=value -x|~/.config|C:\\Users\\nurse|{"key": [1, 2.5, null]}|`code`|**bold** _it_|- item|=====|-----|.....|!!!???|"quotes" 'single' “curly” ‘ones’ «guillemets»
…|—|–|‐‑‒|•·∙|™®©|°C|±×÷≠≈∞|→←↑↓|█▓▒░|♠♥♦♣|☃|✓✗|⠓⠑⠇⠇⠕
<s>|</s>|<unk>|<|endoftext|>|a<s>b</s>c|<s> <s>|  <s>  |<mask>|the <mask> said|the  <mask>  said|<mask><mask>|<|endoftext|><|endoftext|>|a <|endoftext|> b|<|endof|<pad>|[EOS] x [UNK]|<0x41>|<0x0A> <0xZZ>|▁|▁a▁▁b|a▁b c|Ġ|ĠaĊb|<tag>x|xtag tag tags
tolower TOLOWER ΣΑΣ|Å Å Å|ﷺ|ỆỆ Ệ|q̣̇ q̣̇|각|ᄀᆨ각|각ᆨ|क़ ཀྵ|ö̧ ö̧|à̖ à̖|à́|ÅÅ"""

ESCAPED = ["", " ", "  ", "   ", " " * 24, " " * 25, " " * 60, "\t", "\n", "\r", "\r\n", "\n\n\n", "\t\t", " \t ", "a\tb", "a\nb", "a\r\nb",
           "a\n\nb", "a \n b", "a  \n  b", "\n a", "a \n", "a\n ", "  \n", "\n  ", " \n \n ", "a\u00a0b", "a \u00a0 b", "\u3000a\u3000",
           "a\u2003b\u2009c", "a\u2028b\u2029c", "a\u0085b", "a\u180eb \u180e", "a\u200bb", "a\u200db\u200cc", "\ufeffa", "a\ufeffb",
           "\u00ad", "soft\u00adhyphen", "\u0000", "a\u0000b", "\u0001\u0002\u001f", "\u007f\u0080\u009f", "\u000b\u000c", "a\u001cb\u001d",
           "\ufffd", "\ufffe\uffff", "\U0010ffff", "e\u0301", "e\u0301e\u0301", "e\u0323\u0302", "e\u0302\u0323", "\u0301", "\u0301a", " \u0301",
           "a\u0301\u0301\u0301", "\u1100\u1161\u11a8", "\u1100 \u1161", "\u0344", "\u212b\u2126\u212a", "\u1e9b\u0323", "\u0958", "\u0fb2\u0f81",
           "\U0001d15e\U0001d160", "\ufb1d\ufb2a", "x\u0338=\u0338", "\u202eright\u202c", "\u2066a\u2069", "\u061c", "a\u034fb", "\ufe0f",
           "\u20e3", "\U000e0001\U000e0067", "\U0001f468\u200d", "\u200d\U0001f468", "a" * 300, "ab" * 150, "the" * 120, "nurse " * 40,
           "0" * 200, "!" * 200, "\u00e9" * 100, "e\u0301" * 60, "\U0001f600" * 50, "\u4e2d" * 90, "'" * 30, "''s's''s", "'S 'T 'LL", "\u2019s",
           "a" * 63, "a" * 64, "a" * 65, "x" + " " * 30 + "y", "x" + "\n" * 30 + "y", "x" + "\t \n" * 10 + "y", "\u00c0\u0327", "\u0041\u0327\u0300"]

# Lines stand between broken bars; \n, \t and \u.... are meant as in Python.
MORE = r"""Ⅻ ⅻ ↉ ⅒ ⒜ ㊙ ㋀ ㍿ ㏒¦₁₂₃ ⁴⁵⁶ ₐₑ¦ﬅ ﬆ ﬓ ﬗ¦ſtill ſ’s 'ſ K’K Å¦ÅÅ ΩΩ¦ǆǄǅ ǉǈǇ¦ŒuvreœŒ æÆ¦ﷲ ﷽ ﻼ ﻻ¦ｈｅｌｌｏ　ｗｏｒｌｄ！ １２３¦ﾊﾟﾊﾞ ｶﾞ ㌔㌢¦パパ ハ゜ がが
नमस्ते क्षत्रिय श्री र्क¦সংস্কৃত ক্ষ¦தமிழ் க்ஷ ஸ்ரீ¦తెలుగు క్ష¦ಕನ್ನಡ ಕ್ಷ¦മലയാളം ക്ഷ ൻ ൽ¦සිංහල ක්ෂ¦བོད་སྐད ཀྵ¦မြန်မာ ဂ္ဂ¦ភាសាខ្មែរ ក្រ¦ภาษาไทย กำ ก็¦ລາວ ກຳ¦각 각 ᅡᆨ¦ㄱㅏㄱ ㅎㅏㄴ¦ꦗꦮ ꦽ¦ᠮᠣᠩᠭᠣᠯ ᢅ ᢆ¦ᐃᓄᒃᑎᑐᑦ᙭¦ᎣᏏᏲ ꭰꭱ¦ⵜⴰⵎⴰⵣⵉⵖⵜ¦ꯃꯩꯇꯩ¦𞤀𞤁𞤢𞥄¦𐒰𐓘¦𖹀𖹠¦𐴀𐴁𐴧¦𑤀𑤰𑤸¦𐾰𐺀𐺫¦𑇉 𑅓¦𞄀𞄶¦𞋀𞋬¦᜔ᜀ᜔¦x᜴y ꦽ ᢅ ᢆ 𑇉 ᳲᳳ
שָׁלוֹם וּבְרָכָה¦בְּרֵאשִׁית¦يُولَدُ جَمِيعُ¦لا إله إلا الله¦السلام\u200fعليكم¦قیمت ۱۲۳۴ ٪¦٣٫١٤ ٬ ؟ ؛ ،¦\u0600١٢ \u06dd٣¦אבג abc דהו 123¦\u202bעברית\u202c x¦\u2067abc\u2069¦ܫܠܡܐ¦ދިވެހި ބަސް¦ߒߞߏ ߫¦ࠀࠁ ࡀࡁ
👩‍👩‍👧‍👧 👩‍❤️‍💋‍👨¦👨🏻‍🤝‍👨🏿¦🧑🏽‍🦱🧑‍🦼¦🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴‍☠️¦🇺🇳🇺 🇩¦🇩 🇪¦#️⃣ *️⃣ 0️⃣¦☝🏿 ✌🏻¦❤️ ❤ ❤︎¦🥸🫖🪴 🧋¦🦸🏾‍♀️¦👁️‍🗨️¦😶‍🌫️¦🐈‍⬛¦🙂x🙃y¦a👍b👎c¦\u200d👍¦👍\u200d¦🏿¦\ufe0f\ufe0e¦🀄🃏🈁🈯¦🆎🆗㊗️¦©️®️™️¦♾️⚕️⚧️¦🕴🏼🏌🏽‍♂️¦🥇1🥈2🥉3
𝕳𝖊𝖑𝖑𝖔 𝓌𝑜𝓇𝓁𝒹¦𝟏𝟐𝟑 𝟶𝟷¦🄰🄱🅐🅑 🅰🅱¦①②③⑩⑳ ⓪ ⓵ ❶¦Ⓗⓔⓛⓛⓞ¦ʰᵉˡˡᵒ¦ᴴᴱᴸᴸᴼ¦uʍop ǝpᴉsdn¦Z̸̡͇̾a̶̧͐l̵͓̈g̷̢̏o̸̰͑¦s̶t̶r̶i̶k̶e̶¦a⃝b⃣¦x̄ x̂ x̃ ẋ¦ạ̈́ ạ̈́¦ȧ̱ ȧ̱ ȧ̱¦ñ̃ ñ̃¦ộ ộ ộ¦ﬀ́¦ǭ ǭ¦Ǻ Ǻ¦ṩ ṩ ṩ¦ḍ̇ ḍ̇¦ӂ ӂ¦ؤ ؤ¦が が¦각 각¦𑂚 𑂚¦ª\u0300 Ａ\u0300 ½\u0300 ａ\u0323\u0302¦µ̣ ẛ ẛ¦ͅα ᾳ ᾼ¦΅ ΅¦＾ ｀ ￣¦､｡｢｣¦︵︶︷¦﹏﹍¦﹩﹪¦⁈⁉⁇¦‥…⋯¦″‴⁗¦‖∥¦⟦⟧⦃⦄¦⸺⸻¦〜～~¦・･·¦‽⸘¦§¶†‡¦′’ʼ‘`´¦„“”‟«»‹›¦–—―‒¦\u00ad\u00ad¦₿₽₹₺₩₫₱¦£€¥¢¤¦∀x∈ℝ: ⌈x⌉ = −⌊−x⌋¦∑∏∫∮√∛¦α≤β≥γ≠δ¦∅∪∩⊂⊆¦⊥⊤¬∧∨¦½+¼=¾¦5′10″¦37°C 98.6°F¦π≈3.14159¦E=mc²¦H₂O CO₂¦10⁻⁹ m·s⁻¹
import numpy as np\nx = np.zeros((3, 4), dtype=np.float32)\n¦def f(self, *args, **kwargs) -> Optional[str]:\n    return None¦std::vector<std::unique_ptr<T>> v{};¦#define MAX(a,b) ((a)>(b)?(a):(b))¦SELECT * FROM users WHERE name = 'O''Brien' AND age >= 30;¦curl -sSL https://example.org/x.sh | bash -s -- --yes¦<a href="https://example.org/?q=1&amp;r=2">Link</a>¦{"a": [1, 2, {"b": null}], "c": "é"}¦$x = @{ $y->{"key"} };¦\frac{\partial f}{\partial x}¦^\s*(?:[a-z]+)\d{2,4}$¦0xDEADBEEF 0b1010 0o777 1e-10 1_000_000¦i++ + ++i; a<<=2; b>>>1¦if(x===y&&!z||w){return;}¦fn main() { println!("{:?}", vec![1, 2]); }¦let x: &'static str = "a";¦func (s *Server) Run(ctx context.Context) error {¦@Override public <T extends Comparable<T>> T max()¦  \t  mixed\tindent\n\t\tmore\n¦\t\t\treturn x;\n\t\t}\n\t}\n}¦x =  1   #  spaces    everywhere¦camelCaseHTTPServer2XMLParser_v3¦snake_case_with__double¦CONSTANT_CASE_99¦kebab-case-word--x¦path/to/file.tar.gz:123:45¦user@example.org¦192.168.0.1:8080 fe80::1%eth0¦2021-12-31T23:59:60Z¦12:34:56.789¦+49 (0)30 / 123-456¦1,234,567.89¦1.234.567,89¦100%¦#hashtag @mention¦a@b@c¦x^y_z¦%d %s %05.2f¦${VAR} $(cmd) `cmd`¦&lt;&gt;&#39;¦I'M HE'LL they'RE¦don''t ''tis''¦He said:\n\n"No!"\r\n\r\nShe left.
[MASK]¦The [MASK] said that¦The[MASK]said¦[MASK][MASK]¦[CLS] a [SEP]¦[cls] [mask]¦[UNK]x[PAD]¦[MASK¦MASK]¦[ MASK ]¦##ing ##s¦un##able¦</w> a</w>¦<extra_id_0> x <extra_id_99>¦<pad></s>¦</s></s>¦x</s>y¦<s>x¦<unk>x<unk>¦<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n¦<|begin_of_text|>a<|eot_id|>¦<|fim_prefix|>x¦<|endoftext|>  x  <|endoftext|>¦\n<|endoftext|>\n¦<|ENDOFTEXT|>¦<mask>.¦.<mask>¦a<mask>b¦   <mask>   ¦\t<mask>\n¦<MASK>¦<mask|mask>¦<s><mask></s>¦<0x0A>¦<0xE2><0x96><0x81>¦▁▁▁¦▁ ▁¦a▁¦▁the▁nurse¦Ġthe Ċ ĉ¦Ā ā Ń¦ðŁĺĢ¦âĢĻ"""

WHITE = [" ", "  ", "\t", "\n", "\r", "\r\n", "\v", "\f", "\u00a0", "\u3000", "\u2028", "\u0085", "\u200b", "\u1680", "\u2002"]
CONTROLS = [chr(c) for c in range(0x20)] + [chr(c) for c in range(0x7f, 0xa0)]
LONG = ["Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "pneumonoultramicroscopicsilicovolcanoconiosis" * 3,
        "x" * 99 + "y", "x" * 100, "x" * 101, "é" * 100, "é" * 101, "\U0001f600" * 101, "ab" * 500, "the" * 700, "0123456789" * 60, "=" * 300, "_" * 150,
        "aAbB" * 60, "日本語" * 80, "नमस्ते" * 40, "a\u0301" * 120, "\u1100\u1161" * 60, "aGVsbG8gd29ybGQ" * 20, "supercalifragilisticexpialidocious" * 8,
        "https://example.org/" + "a/b-c_d.e%20" * 30, "ha" * 200 + "!", "\u0915\u094d" * 50, "!?" * 120, "\t" * 90, " " * 200, "\n" * 77, " \n" * 60]
SURROGATES = ["a\ud83db", "\ud83d", "\ude00", "\ude00\ud83d", "x\udfffy", "\ud800 \udc00", "the \udcff nurse", "\ud83d\ud83d", "<s>\ud800</s>", "\udbff\u0301"]
YOUNGER = ["\U0001fae0 melting", "\U0001faf1\U0001f3fb\u200d\U0001faf2\U0001f3ff", "\u2c2f\u2c5f", "\U0001df00\U0001df1e", "\ua7c0\ua7d0", "\u0870\u0898a\u0898",
           "\U00010570\U00010597", "\U00016a70", "\U0001fa75 \U0001fac8", "\U00011f00\U00011f04", "\U0001e4d0", "a\u1ac1", "\U00010ec5x", "\u20c0 5", "\u1c89"]

SPECIALS = ["<s>", "</s>", "<|endoftext|>", "<mask>", "<tag>", "[EOS]"]
ALPHABET = (list("abcdeinorstuAEI019 .,'-_\"") + [" ", "  ", "   ", "\n", "\t", "\r\n", "\u00a0", "the ", " nurse", "'s", "'ll", " she"] +
            list("éüñßİıяЖ中文日本한글אבاب") + [chr(c) for c in (0x300, 0x301, 0x302, 0x323, 0x327, 0x338, 0x345, 0x5b0, 0x64b, 0x94d, 0x1100,
            0x1161, 0x11a8, 0xac00, 0x200b, 0x200c, 0x200d, 0xfe0f, 0x1f3fd, 0x1f600, 0x1f469, 0x2f800, 0x1d15f, 0x1e9b, 0x212b, 0x2160, 0xbd,
            0x25, 0x7f, 0x85, 0x2581, 0x3000, 0xff21, 0xfb01, 0x1fd3, 0x390, 0x958, 0x9cb, 0x9be, 0x9c7)] + SPECIALS)


def lines():
    text = [line for row in PLAIN.split("\n") for line in row.replace("<|endoftext|>", "\0E").replace("<|endof", "\0H").split("|")]
    text = [line.replace("\0E", "<|endoftext|>").replace("\0H", "<|endof") for line in text] + ESCAPED
    return list(dict.fromkeys(text + more()))


def more():
    """The second part: what is added to the first."""
    text = [re.sub(r"\\n|\\t|\\r(?=\\)|\\u[0-9a-f]{4}", lambda found: json.loads(f'"{found[0]}"'), line) for row in MORE.split("\n") for line in row.split("¦")]
    text += [a + "x" + b for a in WHITE for b in WHITE[:3]] + ["a" + a + b + "b" for a in WHITE for b in WHITE]
    return text + [f"a{c}b {c} {c}c" for c in CONTROLS] + LONG + SURROGATES


def newer():
    """Characters that came after Unicode 13."""
    return list(YOUNGER)


def well_formed(line):
    """Each lone surrogate as U+FFFD."""
    return "".join("\ufffd" if 0xd800 <= ord(c) < 0xe000 else c for c in line)


def mixed(seed=11, count=300):
    rng = random.Random(seed)
    return ["".join(rng.choices(ALPHABET, k=rng.randint(1, 30))) for _ in range(count)]


def everything():
    """All lines as JSON keeps them."""
    return json.loads(json.dumps(lines() + mixed()))
