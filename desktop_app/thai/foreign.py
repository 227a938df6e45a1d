"""Which stretches of a text are foreign, numbers included: addresses of the web, ISO 9001, 4.2 mg/L."""

_D = "0-9๐-๙"
_ADDRESS = r"(?:https?://|www\.)\S+"
_LATIN = "[A-Za-zÀ-ɏ]"
_NUMBER = r"[0-9]+(?:[.,:/–-][0-9]+)*(?![0-9]|[.,:/–-][0-9])"
_YEAR = "2[45][0-9]{2}(?![0-9])"  # of the Buddhist era: it stands after foreign names as well
_COUNTERS = (
    "คน|ราย|ท่าน|รูป|น\\.|นาฬิกา|บาท|ล้าน|แสน|หมื่น|พัน|ร้อย|วัน|สัปดาห์|เดือน|ปี|ครั้ง|ครัวเรือน|ครอบครัว|หลัง|แห่ง|หมู่บ้าน|ตำบล|อำเภอ|จังหวัด"
    "|ชุมชน|ข้อ|ประเด็น|เรื่อง|โครงการ|กิจกรรม|ฉบับ|ชุด|ชนิด|ประเภท|ชิ้น|คัน|เครื่อง|ตัว|ต้น|ไร่|กิโลเมตร|กม\\.|เมตร|ตัน|กิโลกรัม|กก\\.|ลิตร"
    "|ชั่วโมง|ชม\\.|นาที|เปอร์เซ็นต์|แผ่น|หน้า|ภาพ|กลุ่ม|ทีม|หน่วย|องค์กร|สาย|จุด|ด้าน|ระบบ|รายการ|แปลง|รุ่น|เล่ม|ระดับ|ช่องทาง|ห้อง|บัญชี|เที่ยว|รอบ"
)
_COUNTS = rf"\s?(?:{_COUNTERS})(?!\s?(?:ที่)?\s?[{_D}])"  # but not ISO 9001 ข้อ 4
_UNIT = (
    "(?:[kcmµn]?m[²³]?|[kmµ]?g|m?[lL]|[kKMGT]?B|[KMG]bps|[kM]?Wh?|[kMG]?Hz|pp[mb]|dBA?|°C|mmHg|kcal|USD)"
    "(?:/[A-Za-z0-9²³]+)?(?![A-Za-z])"
)
FOREIGN = (
    rf"{_ADDRESS}|(?<![{_D}.,:/–-]){_NUMBER} {_UNIT}"
    rf"|(?<![^\sก-๛])[^\sก-๛]*{_LATIN}[^\sก-๛]*(?: (?!{_YEAR}){_NUMBER}(?!{_COUNTS}))*"
)
"""The pattern of a foreign stretch, which `re` compiles when numerals are first turned.

That is one without spaces and Thai letters that holds a Latin one (COVID-19, A4), with the numbers
after it unless they count something or are a year (ISO 9001, but MOU ๓ ฉบับ); a number with a
foreign unit; an address.
"""
