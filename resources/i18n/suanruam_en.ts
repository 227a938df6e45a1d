<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="th">
    <context>
        <name>ActivitiesPage</name>
        <message>
            <source>+ เพิ่มกิจกรรม   (Ctrl+Shift+N)</source>
            <translation>+ Add an activity   (Ctrl+Shift+N)</translation>
        </message>
        <message>
            <source>กิจกรรมที่ {n}</source>
            <translation>Activity {n}</translation>
        </message>
        <message>
            <source>กิจกรรมใหม่</source>
            <translation>New activity</translation>
        </message>
        <message>
            <source>ทำสำเนา</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>ยังไม่มีกิจกรรม เพิ่มกิจกรรมแรก แล้วกรอกทีละข้อตั้งแต่ 1.1 ถึง 1.7</source>
            <translation>No activity yet. Add the first, then fill in clauses 1.1 to 1.7 one by one</translation>
        </message>
        <message>
            <source>ย้ายขึ้น</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>ย้ายลง</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>ลบ</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>เพิ่มกิจกรรม</source>
            <translation>Add an activity</translation>
        </message>
    </context>
    <context>
        <name>BackupBeside</name>
        <message>
            <source>กลับมา</source>
            <translation>Comes back</translation>
        </message>
        <message>
            <source>จะไม่มีในเครื่อง (อยู่ในไฟล์ที่สำรองไว้ก่อน)</source>
            <translation>Will be gone here (it is in the backup made first)</translation>
        </message>
        <message>
            <source>รายงาน</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>หลังคืนข้อมูล</source>
            <translation>After restoring</translation>
        </message>
        <message>
            <source>เป็นฉบับเก่ากว่าในไฟล์</source>
            <translation>Becomes the older one of the file</translation>
        </message>
        <message>
            <source>เป็นฉบับใหม่กว่าในไฟล์</source>
            <translation>Becomes the newer one of the file</translation>
        </message>
        <message>
            <source>เหมือนเดิม</source>
            <translation>Stays the same</translation>
        </message>
        <message>
            <source>ในเครื่อง</source>
            <translation>Here</translation>
        </message>
        <message>
            <source>ในไฟล์</source>
            <translation>In the file</translation>
        </message>
    </context>
    <context>
        <name>BackupDesk</name>
        <message>
            <source>กำลังสำรองข้อมูล…</source>
            <translation>Backing up…</translation>
        </message>
        <message>
            <source>ยกเลิกการสำรองข้อมูลแล้ว ข้อมูลในเครื่องอยู่ครบ</source>
            <translation>The backup was cancelled; all data is still here</translation>
        </message>
        <message>
            <source>สำรองข้อมูลและตรวจสอบแล้ว: {name}</source>
            <translation>Backed up and verified: {name}</translation>
        </message>
        <message>
            <source>เปิดโฟลเดอร์</source>
            <translation>Open the folder</translation>
        </message>
    </context>
    <context>
        <name>BackupPage</name>
        <message>
            <source>กำลังคิดขนาดไฟล์…</source>
            <translation>Working out the size…</translation>
        </message>
        <message>
            <source>กำลังดูข้อมูลที่มี…</source>
            <translation>Looking at what there is…</translation>
        </message>
        <message>
            <source>กำลังทำงาน</source>
            <translation>Working</translation>
        </message>
        <message>
            <source>กำลังสำรองและตรวจสอบข้อมูล
ไปทำงานอื่นต่อได้ เมื่อเสร็จแล้วจะแจ้งที่ด้านล่างของหน้าต่าง หากต้องการหยุด กดยกเลิกที่ด้านล่าง</source>
            <translation>Backing up and verifying
You can go on with other work; the foot of the window will say when it is done. To stop, press Cancel there</translation>
        </message>
        <message>
            <source>ก่อนถอดแฟลชไดรฟ์ ให้สั่งนำอุปกรณ์ออกอย่างปลอดภัยก่อน</source>
            <translation>Before pulling out a flash drive, eject it safely</translation>
        </message>
        <message>
            <source>ขนาด</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>ชื่อไฟล์</source>
            <translation>File name</translation>
        </message>
        <message>
            <source>ทุกอย่าง รวมถังขยะและประวัติการแก้ไข</source>
            <translation>Everything, with the recycle bin and the history</translation>
        </message>
        <message>
            <source>รวมภาพ {whole} ({photos} รายการ)  ·  ไม่รวมภาพ {small}</source>
            <translation>With photos {whole} ({photos} files)  ·  without {small}</translation>
        </message>
        <message>
            <source>รหัสผ่าน</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>รายงาน {reports} ฉบับ  ·  ภาพและเอกสารแนบ {files} รายการ  ·  ขนาดไฟล์ {size}</source>
            <translation>{reports} reports  ·  {files} photos and attachments  ·  file size {size}</translation>
        </message>
        <message>
            <source>สำรองข้อมูล</source>
            <translation>Back up</translation>
        </message>
        <message>
            <source>สำรองข้อมูลเรียบร้อย</source>
            <translation>Backed up</translation>
        </message>
        <message>
            <source>สิ่งที่สำรอง</source>
            <translation>What to back up</translation>
        </message>
        <message>
            <source>อ่านไฟล์กลับมาตรวจแล้ว ครบถ้วนตรงกับข้อมูลในเครื่อง</source>
            <translation>The file was read back: it is whole and agrees with the data here</translation>
        </message>
        <message>
            <source>เก็บไว้ที่</source>
            <translation>Keep it in</translation>
        </message>
        <message>
            <source>เฉพาะรายงานที่เลือก</source>
            <translation>Only chosen reports</translation>
        </message>
        <message>
            <source>เปิดโฟลเดอร์</source>
            <translation>Open the folder</translation>
        </message>
        <message>
            <source>เลือกโฟลเดอร์อื่น…</source>
            <translation>Choose another folder…</translation>
        </message>
        <message>
            <source>เสร็จ</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>ไปที่รายงานทั้งหมด</source>
            <translation>Go to all reports</translation>
        </message>
        <message>
            <source>ไฟล์นี้ใช้รวมกับข้อมูลที่มีอยู่ได้ แต่ใช้แทนข้อมูลทั้งหมดไม่ได้</source>
            <translation>This file can be merged with what is there, but cannot take the place of it all</translation>
        </message>
        <message>
            <source>ไม่รวมภาพและเอกสารแนบ เพื่อส่งทางอีเมล</source>
            <translation>Without photos and attachments, to send by e-mail</translation>
        </message>
    </context>
    <context>
        <name>BackupPlaces</name>
        <message>
            <source>สำรองส่วนร่วม</source>
            <translation>Suanruam backups</translation>
        </message>
        <message>
            <source>เอกสารในเครื่องนี้  {path}</source>
            <translation>Documents on this computer  {path}</translation>
        </message>
        <message>
            <source>แฟลชไดรฟ์ {name}  ว่าง {free}</source>
            <translation>Flash drive {name}  {free} free</translation>
        </message>
        <message>
            <source>โฟลเดอร์สำรองที่สอง  {path}</source>
            <translation>Second backup folder  {path}</translation>
        </message>
    </context>
    <context>
        <name>Beginning</name>
        <message>
            <source>กรอกทีละหัวข้อ เห็นหน้ากระดาษจริงอยู่ข้าง ๆ แล้วพิมพ์ไปลงนามได้เลย
ทุกคำที่พิมพ์บันทึกให้เองในเครื่องนี้ ไม่ต้องใช้อินเทอร์เน็ต</source>
            <translation>Fill in one part at a time, see the real page beside it, then print it for signing.
Every word is saved by itself on this computer; no internet is needed.</translation>
        </message>
        <message>
            <source>มีไฟล์รายงานอยู่แล้ว? ลากมาวางในหน้าต่างนี้ หรือกด “นำเข้า…”</source>
            <translation>Have report files already? Drop them into this window, or press “Import…”</translation>
        </message>
        <message>
            <source>สร้างรายงาน</source>
            <translation>New report</translation>
        </message>
        <message>
            <source>เปิดตัวอย่างที่ทำเสร็จแล้ว</source>
            <translation>Open a finished sample</translation>
        </message>
        <message>
            <source>เริ่มรายงานฉบับแรก</source>
            <translation>Begin the first report</translation>
        </message>
    </context>
    <context>
        <name>Beside</name>
        <message>
            <source>{day} เวลา {time}</source>
            <translation>{day}, {time}</translation>
        </message>
        <message>
            <source>ยังไม่ได้ระบุวันที่ของสถานที่นี้</source>
            <translation>No date given yet for this place</translation>
        </message>
        <message>
            <source>สถานที่: {place}</source>
            <translation>Place: {place}</translation>
        </message>
    </context>
    <context>
        <name>BinDesk</name>
        <message>
            <source>ลบ “{name}” ถาวรหรือไม่ นำกลับมาไม่ได้อีก</source>
            <translation>Delete “{name}” for good? It cannot be brought back</translation>
        </message>
        <message>
            <source>ลบถาวร</source>
            <translation>Delete for good</translation>
        </message>
        <message>
            <source>ลบรายงาน {count} ฉบับในถังขยะถาวรหรือไม่ นำกลับมาไม่ได้อีก</source>
            <translation>Delete {count} reports in the recycle bin for good? They cannot be brought back</translation>
        </message>
    </context>
    <context>
        <name>BinPage</name>
        <message>
            <source>{name}  ·  ปีงบประมาณ {year}</source>
            <translation>{name}  ·  fiscal year {year}</translation>
        </message>
        <message>
            <source>ถังขยะ</source>
            <translation>Recycle bin</translation>
        </message>
        <message>
            <source>ถังขยะว่าง</source>
            <translation>The recycle bin is empty</translation>
        </message>
        <message>
            <source>นำ {name} กลับ</source>
            <translation>Put {name} back</translation>
        </message>
        <message>
            <source>นำกลับ</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>ลบ {name} ถาวร</source>
            <translation>Delete {name} for good</translation>
        </message>
        <message>
            <source>ลบถาวร…</source>
            <translation>Delete for good…</translation>
        </message>
        <message>
            <source>ลบทั้งหมดถาวร…</source>
            <translation>Delete all for good…</translation>
        </message>
        <message>
            <source>ลบเมื่อ {when}</source>
            <translation>Deleted {when}</translation>
        </message>
        <message>
            <source>ลบไว้ {count} ฉบับ อยู่ที่นี่จนกว่าจะลบถาวร</source>
            <translation>{count} deleted; kept here until deleted for good</translation>
        </message>
        <message>
            <source>ลบไว้ {count} ฉบับ แสดง {shown} ฉบับล่าสุด อยู่ที่นี่จนกว่าจะลบถาวร</source>
            <translation>{count} deleted, the latest {shown} are shown; kept here until deleted for good</translation>
        </message>
        <message>
            <source>‹ รายงานทั้งหมด</source>
            <translation>‹ All reports</translation>
        </message>
    </context>
    <context>
        <name>Binning</name>
        <message>
            <source>ลบ “{name}” แล้ว</source>
            <translation>“{name}” was deleted</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>ควรตรวจดู</source>
            <translation>Worth a look</translation>
        </message>
        <message>
            <source>ต้องแก้ไข</source>
            <translation>To be mended</translation>
        </message>
    </context>
    <context>
        <name>ClosedPage</name>
        <message>
            <source>ข้อมูลนี้เปิดอยู่ที่อื่น</source>
            <translation>The data is open elsewhere</translation>
        </message>
        <message>
            <source>คืนข้อมูลจากไฟล์สำรอง…</source>
            <translation>Restore from a backup…</translation>
        </message>
        <message>
            <source>ปิดหน้าต่างนั้นก่อน แล้วลองอีกครั้ง ข้อมูลอยู่ครบ</source>
            <translation>Close that window, then try again; all data is there</translation>
        </message>
        <message>
            <source>ปิดโปรแกรมที่เครื่องนั้นก่อน หากเครื่องนั้นปิดไปแล้ว รอ 2 นาทีแล้วลองอีกครั้ง</source>
            <translation>Close the program on that computer. If that computer is off, wait 2 minutes and try again</translation>
        </message>
        <message>
            <source>ลองอีกครั้ง</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>ส่วนร่วม</source>
            <translation>Suanruam</translation>
        </message>
        <message>
            <source>เครื่อง “{machine}” (ผู้ใช้ {person}) กำลังใช้ข้อมูลนี้อยู่</source>
            <translation>Computer “{machine}” (user {person}) is using this data</translation>
        </message>
        <message>
            <source>เปิดข้อมูลไม่ได้ในขณะนี้</source>
            <translation>The data cannot be opened now</translation>
        </message>
        <message>
            <source>เพื่อไม่ให้งานของสองเครื่องทับกัน จึงเปิดได้ครั้งละเครื่องเดียว ข้อมูลอยู่ครบ</source>
            <translation>One computer at a time may open it, so that two do not overwrite each other’s work; all data is there</translation>
        </message>
        <message>
            <source>โปรแกรมส่วนร่วมเปิดข้อมูลนี้อยู่แล้วในเครื่องนี้ อาจเปิดโดยผู้ใช้คนอื่น</source>
            <translation>Suanruam has this data open on this computer already, perhaps for another user</translation>
        </message>
    </context>
    <context>
        <name>ComparePage</name>
        <message>
            <source>(ว่าง)</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>(ไม่มีกิจกรรมนี้)</source>
            <translation>(no such activity)</translation>
        </message>
        <message>
            <source>กิจกรรม “{name}”  ·  {field}</source>
            <translation>Activity “{name}”  ·  {field}</translation>
        </message>
        <message>
            <source>จาก {file}</source>
            <translation>From {file}</translation>
        </message>
        <message>
            <source>ทั้งกิจกรรม</source>
            <translation>The whole activity</translation>
        </message>
        <message>
            <source>ยังไม่มีชื่อ</source>
            <translation>No name yet</translation>
        </message>
        <message>
            <source>ยังไม่ได้เลือก {left} แห่ง</source>
            <translation>{left} places not chosen yet</translation>
        </message>
        <message>
            <source>ลำดับของกิจกรรม</source>
            <translation>Order of the activities</translation>
        </message>
        <message>
            <source>อ่านไม่ได้: “{text}”</source>
            <translation>Cannot be read: “{text}”</translation>
        </message>
        <message>
            <source>เลือก “{side}” ทุกแห่ง</source>
            <translation>Choose “{side}” everywhere</translation>
        </message>
        <message>
            <source>เลือกครบแล้ว</source>
            <translation>All is chosen</translation>
        </message>
        <message>
            <source>เลือกทีละแห่งว่าจะใช้ข้อมูลของฝ่ายใด ส่วนที่ต่างกันขีดเส้นใต้ไว้ แห่งที่อีกฝ่ายไม่ได้แก้ไขเลือกไว้ให้แล้ว และเปลี่ยนได้</source>
            <translation>Choose place by place whose data to take. What differs is underlined; where only one side changed it is chosen already, and can be changed</translation>
        </message>
        <message>
            <source>ใช้ตามที่เลือก</source>
            <translation>Take what is chosen</translation>
        </message>
        <message>
            <source>ในเครื่องนี้</source>
            <translation>On this computer</translation>
        </message>
        <message>
            <source>‹ กลับไปหน้ารวม</source>
            <translation>‹ Back to merging</translation>
        </message>
    </context>
    <context>
        <name>ConsolidatePage</name>
        <message>
            <source>กิจกรรมของทุกหน่วยงานจะเรียงต่อกันเป็นรายงานฉบับใหม่หนึ่งฉบับ รายงานเดิมทุกฉบับคงอยู่</source>
            <translation>The activities of all offices come one after another in one new report; every report stays as it is</translation>
        </message>
        <message>
            <source>ต้องมีรายงานอย่างน้อยสองฉบับในปีงบประมาณเดียวกัน รวมรายงานจากหน่วยงานอื่นก่อน</source>
            <translation>It takes at least two reports of one fiscal year; merge other offices’ reports first</translation>
        </message>
        <message>
            <source>ทำรายงานรวม</source>
            <translation>Make one report</translation>
        </message>
        <message>
            <source>ทำรายงานรวมหลายหน่วยงาน</source>
            <translation>One report of several offices</translation>
        </message>
        <message>
            <source>ปีงบประมาณ</source>
            <translation>Fiscal year</translation>
        </message>
        <message>
            <source>รายงานที่จะรวม ตามลำดับ</source>
            <translation>The reports to take, in their order</translation>
        </message>
        <message>
            <source>หน่วยงานที่ทำรายงานรวม</source>
            <translation>The office that makes it</translation>
        </message>
        <message>
            <source>เลื่อนขึ้น</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>เลื่อนลง</source>
            <translation>Move down</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>คัดลอกรายละเอียด</source>
            <translation>Copy the details</translation>
        </message>
        <message>
            <source>งานที่บันทึกครั้งล่าสุดยังอยู่ครบ</source>
            <translation>What was saved last is complete</translation>
        </message>
        <message>
            <source>งานที่พิมพ์ไว้บันทึกแล้ว</source>
            <translation>What was typed is saved</translation>
        </message>
        <message>
            <source>บันทึกข้อผิดพลาดอยู่ที่ {log}</source>
            <translation>The log is in {log}</translation>
        </message>
        <message>
            <source>รายละเอียดข้อผิดพลาด</source>
            <translation>Details of the fault</translation>
        </message>
        <message>
            <source>โปรแกรมทำงานผิดพลาด</source>
            <translation>The program failed</translation>
        </message>
        <message>
            <source>ใช้งานต่อ</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>ใช้งานต่อได้ หากเกิดขึ้นอีก โปรดคัดลอกรายละเอียดนี้ส่งให้ผู้ดูแลโปรแกรม ในรายละเอียดไม่มีข้อความที่พิมพ์ในรายงาน</source>
            <translation>You can go on. If it happens again, please copy these details and send them to whoever looks after the program. They hold nothing that was typed in a report</translation>
        </message>
    </context>
    <context>
        <name>CutDialog</name>
        <message>
            <source>ครอบตัด</source>
            <translation>Crop</translation>
        </message>
        <message>
            <source>ครอบตัดภาพ</source>
            <translation>Crop the picture</translation>
        </message>
        <message>
            <source>ยกเลิก</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>ลากมุมหรือขอบ หรือกด ←↑→↓ เพื่อเลื่อน, Shift+←↑→↓ เพื่อปรับขนาด, Ctrl เพื่อให้เร็วขึ้น</source>
            <translation>Drag a corner or an edge, or press ←↑→↓ to move, Shift+←↑→↓ to resize, with Ctrl faster</translation>
        </message>
        <message>
            <source>ส่วนของภาพที่จะใช้</source>
            <translation>The part of the picture to use</translation>
        </message>
        <message>
            <source>ใช้ทั้งภาพ</source>
            <translation>Use all of it</translation>
        </message>
    </context>
    <context>
        <name>DataCard</name>
        <message>
            <source>ข้อมูล</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>ข้อมูลทั้งหมดอยู่ที่</source>
            <translation>All data is in</translation>
        </message>
        <message>
            <source>ยังไม่ได้เลือก เช่น แฟลชไดรฟ์ หรือโฟลเดอร์ในเครือข่าย</source>
            <translation>None chosen yet; a flash drive, say, or a network folder</translation>
        </message>
        <message>
            <source>ย้ายไปเครื่องหรือโฟลเดอร์อื่น: สำรองข้อมูลที่นี่ แล้วคืนข้อมูลจากไฟล์สำรองที่นั่น (โฟลเดอร์อื่นเปิดด้วยคำสั่ง suanruam --data-dir)</source>
            <translation>To move to another computer or folder: back up here, and restore the backup there (another folder is opened by suanruam --data-dir)</translation>
        </message>
        <message>
            <source>สำรองข้อมูลอัตโนมัติ</source>
            <translation>Back up by itself</translation>
        </message>
        <message>
            <source>เปิดโฟลเดอร์</source>
            <translation>Open the folder</translation>
        </message>
        <message>
            <source>เลือกโฟลเดอร์…</source>
            <translation>Choose a folder…</translation>
        </message>
        <message>
            <source>โฟลเดอร์สำรองที่สอง</source>
            <translation>Second backup folder</translation>
        </message>
        <message>
            <source>ไม่ใช้</source>
            <translation>None</translation>
        </message>
        <message>
            <source>ไม่ใช้โฟลเดอร์สำรองที่สอง</source>
            <translation>No second backup folder</translation>
        </message>
    </context>
    <context>
        <name>DataPage</name>
        <message>
            <source>‹ รายงานทั้งหมด</source>
            <translation>‹ All reports</translation>
        </message>
    </context>
    <context>
        <name>DataWording</name>
        <message>
            <source>ปีงบประมาณ {year}</source>
            <translation>Fiscal year {year}</translation>
        </message>
        <message>
            <source>ยังไม่ได้ระบุหน่วยงาน</source>
            <translation>No agency given yet</translation>
        </message>
        <message>
            <source>วันนี้</source>
            <translation>today</translation>
        </message>
        <message>
            <source>เมื่อวาน</source>
            <translation>yesterday</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>เลือกจากปฏิทิน (Alt+↓)</source>
            <translation>Pick from a calendar (Alt+↓)</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>ตั้งค่า</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>ถังขยะ</source>
            <translation>Recycle bin</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>ข้อมูลพร้อมโฟลเดอร์ภาพ (*.json)</source>
            <translation>Data with a folder of photos (*.json)</translation>
        </message>
        <message>
            <source>ข้อมูลสำรองและไฟล์รายงาน (*.zip *.json);;ทุกไฟล์ (*)</source>
            <translation>Backups and report files (*.zip *.json);;All files (*)</translation>
        </message>
        <message>
            <source>ตัวอักษร TrueType (*.ttf)</source>
            <translation>TrueType fonts (*.ttf)</translation>
        </message>
        <message>
            <source>ทุกไฟล์ (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>นำเข้ารายงาน</source>
            <translation>Import reports</translation>
        </message>
        <message>
            <source>บันทึกเป็น PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>พิมพ์</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>ภาพ ({kinds})</source>
            <translation>Pictures ({kinds})</translation>
        </message>
        <message>
            <source>ส่งออกรายงาน</source>
            <translation>Export the report</translation>
        </message>
        <message>
            <source>ส่วนร่วม</source>
            <translation>Suanruam</translation>
        </message>
        <message>
            <source>เพิ่มภาพ</source>
            <translation>Add photos</translation>
        </message>
        <message>
            <source>เพิ่มเอกสารแนบ</source>
            <translation>Add attachments</translation>
        </message>
        <message>
            <source>เลือกโฟลเดอร์</source>
            <translation>Choose a folder</translation>
        </message>
        <message>
            <source>เลือกไฟล์ข้อมูลสำรอง</source>
            <translation>Choose a backup</translation>
        </message>
        <message>
            <source>เลือกไฟล์ตัวอักษร</source>
            <translation>Choose a font file</translation>
        </message>
        <message>
            <source>เลือกไฟล์ที่จะรวม</source>
            <translation>Choose files to merge</translation>
        </message>
        <message>
            <source>เอกสาร PDF (*.pdf)</source>
            <translation>PDF documents (*.pdf)</translation>
        </message>
        <message>
            <source>ไฟล์รายงาน (*.json *.zip)</source>
            <translation>Report files (*.json *.zip)</translation>
        </message>
        <message>
            <source>ไฟล์เดียวพร้อมภาพ (*.zip)</source>
            <translation>One file with photos (*.zip)</translation>
        </message>
    </context>
    <context>
        <name>Errands</name>
        <message>
            <source>จะปิดหน้าต่างเมื่อทำงานที่สั่งไว้เสร็จ</source>
            <translation>The window closes once what was asked for is done</translation>
        </message>
        <message>
            <source>ปิดเลย</source>
            <translation>Close now</translation>
        </message>
        <message>
            <source>ไม่ปิด</source>
            <translation>Stay open</translation>
        </message>
    </context>
    <context>
        <name>FieldFrame</name>
        <message>
            <source>{offer}   (↓)</source>
            <translation>{offer}   (↓)</translation>
        </message>
        <message>
            <source>ดูแถวที่ {rows}</source>
            <translation>See rows {rows}</translation>
        </message>
        <message>
            <source>ดูแถวที่ {rows} และอีก {n} แถว</source>
            <translation>See rows {rows} and {n} more</translation>
        </message>
        <message>
            <source>ดูแถวที่ {row}</source>
            <translation>See row {row}</translation>
        </message>
    </context>
    <context>
        <name>FileName</name>
        <message>
            <source>เปิด{whole}</source>
            <translation>Open {whole}</translation>
        </message>
    </context>
    <context>
        <name>FiledRows</name>
        <message>
            <source>หรือลากไฟล์ภาพมาวาง หรือวางภาพด้วย Ctrl+V</source>
            <translation>or drop picture files here, or paste a picture with Ctrl+V</translation>
        </message>
        <message>
            <source>หรือลากไฟล์มาวาง</source>
            <translation>or drop files here</translation>
        </message>
    </context>
    <context>
        <name>FilesSaid</name>
        <message>
            <source>{named} · และอีก {rest} ไฟล์</source>
            <translation>{named} · and {rest} more files</translation>
        </message>
        <message>
            <source>กำลังเพิ่มไฟล์ {done}/{count}</source>
            <translation>Adding files {done}/{count}</translation>
        </message>
        <message>
            <source>หยุด</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>เพิ่มแล้ว {added} จาก {count} ไฟล์</source>
            <translation>Added {added} of {count} files</translation>
        </message>
    </context>
    <context>
        <name>FindStrip</name>
        <message>
            <source>{here} / {count}</source>
            <translation>{here} / {count}</translation>
        </message>
        <message>
            <source>ค้นหาในตัวอย่างก่อนพิมพ์</source>
            <translation>Search the preview</translation>
        </message>
        <message>
            <source>ค้นหาในรายงานนี้</source>
            <translation>Search this report</translation>
        </message>
        <message>
            <source>ที่พบก่อนหน้า</source>
            <translation>Previous match</translation>
        </message>
        <message>
            <source>ที่พบถัดไป</source>
            <translation>Next match</translation>
        </message>
        <message>
            <source>ปิดการค้นหา</source>
            <translation>Close the search</translation>
        </message>
        <message>
            <source>ไม่พบ</source>
            <translation>Not found</translation>
        </message>
    </context>
    <context>
        <name>Handle</name>
        <message>
            <source>ลากเพื่อเรียงลำดับ</source>
            <translation>Drag to put in order</translation>
        </message>
    </context>
    <context>
        <name>HistoryDesk</name>
        <message>
            <source>นำ “{what}” กลับมาแล้ว</source>
            <translation>“{what}” is back</translation>
        </message>
    </context>
    <context>
        <name>HistoryPage</name>
        <message>
            <source>ฉบับก่อน เรียงจากใหม่ไปเก่า</source>
            <translation>Earlier versions, the newest first</translation>
        </message>
        <message>
            <source>ดูเป็นข้อความ</source>
            <translation>Show as text</translation>
        </message>
        <message>
            <source>ดูเป็นหน้ากระดาษ</source>
            <translation>Show as pages</translation>
        </message>
        <message>
            <source>ยังไม่มีชื่อ</source>
            <translation>No name yet</translation>
        </message>
        <message>
            <source>ย้อนดูฉบับก่อน</source>
            <translation>Look at earlier versions</translation>
        </message>
        <message>
            <source>รวมจาก {office} ({file}) เมื่อ {when}</source>
            <translation>Merged from {office} ({file}), {when}</translation>
        </message>
        <message>
            <source>ลบกิจกรรม “{name}”</source>
            <translation>Activity “{name}” removed</translation>
        </message>
        <message>
            <source>ลำดับของกิจกรรม</source>
            <translation>Order of the activities</translation>
        </message>
        <message>
            <source>หน่วยงานอื่น</source>
            <translation>another office</translation>
        </message>
        <message>
            <source>เพิ่มกิจกรรม “{name}”</source>
            <translation>Activity “{name}” added</translation>
        </message>
        <message>
            <source>เหมือนกับตอนนี้ทุกอย่าง</source>
            <translation>Just as it is now</translation>
        </message>
        <message>
            <source>และอีก {count} แห่ง</source>
            <translation>and in {count} more places</translation>
        </message>
        <message>
            <source>“{name}”: {part}</source>
            <translation>“{name}”: {part}</translation>
        </message>
        <message>
            <source>‹ กลับไปที่รายงาน</source>
            <translation>‹ Back to the report</translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message>
            <source>กำลังเปิดรายงาน…</source>
            <translation>Opening the reports…</translation>
        </message>
        <message>
            <source>นำเข้า…</source>
            <translation>Import…</translation>
        </message>
        <message>
            <source>สร้างรายงาน</source>
            <translation>New report</translation>
        </message>
        <message>
            <source>ส่วนร่วม</source>
            <translation>Suanruam</translation>
        </message>
        <message>
            <source>ไม่พบคำนี้ในรายงานฉบับใด</source>
            <translation>No report holds this</translation>
        </message>
    </context>
    <context>
        <name>HomeDesk</name>
        <message>
            <source>ทำสำเนาแล้ว</source>
            <translation>Duplicated</translation>
        </message>
        <message>
            <source>นำเข้าแล้ว {count} ฉบับ</source>
            <translation>Imported: {count}</translation>
        </message>
        <message>
            <source>มีอยู่แล้วเหมือนกันทุกอย่าง {count} ฉบับ</source>
            <translation>Here already, just the same: {count}</translation>
        </message>
        <message>
            <source>และ {names}</source>
            <translation>and {names}</translation>
        </message>
        <message>
            <source>ไม่ได้นำเข้า {count} ไฟล์:</source>
            <translation>Not imported: {count} files:</translation>
        </message>
    </context>
    <context>
        <name>HomeList</name>
        <message>
            <source>รายงานที่เก็บไว้</source>
            <translation>Stored reports</translation>
        </message>
    </context>
    <context>
        <name>HomeModel</name>
        <message>
            <source>{count} กิจกรรม  ·  แก้ไขล่าสุด {when}</source>
            <translation>Activities: {count}  ·  last edited {when}</translation>
        </message>
        <message>
            <source>{known}  ·  พิมพ์แล้ว {day}</source>
            <translation>{known}  ·  printed {day}</translation>
        </message>
        <message>
            <source>ครบถ้วน</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>ตัวอย่าง</source>
            <translation>Sample</translation>
        </message>
        <message>
            <source>ปีงบประมาณ {year}</source>
            <translation>Fiscal year {year}</translation>
        </message>
        <message>
            <source>ยังไม่ได้ระบุหน่วยงาน</source>
            <translation>No agency given yet</translation>
        </message>
        <message>
            <source>ร่าง {percent}%</source>
            <translation>Draft {percent}%</translation>
        </message>
    </context>
    <context>
        <name>HomeRows</name>
        <message>
            <source>และอีก {count} แห่ง</source>
            <translation>and in {count} more places</translation>
        </message>
    </context>
    <context>
        <name>JobBar</name>
        <message>
            <source>ยกเลิก</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>Keeping</name>
        <message>
            <source>การสำรองข้อมูลไปที่ {path} ยังไม่เสร็จเมื่อโปรแกรมปิดครั้งก่อน จึงไม่มีไฟล์นั้น โปรดสำรองอีกครั้ง</source>
            <translation>The backup to {path} was not finished when the program closed the last time, so that file was not made; back up again</translation>
        </message>
        <message>
            <source>กำลังสำรองข้อมูลก่อนปิด…</source>
            <translation>Backing up before closing…</translation>
        </message>
        <message>
            <source>กำลังสำรองข้อมูลอัตโนมัติ…</source>
            <translation>Backing up by itself…</translation>
        </message>
        <message>
            <source>ปิดเลย</source>
            <translation>Close now</translation>
        </message>
        <message>
            <source>ปิดโปรแกรมครั้งก่อนแล้วสำรองข้อมูลไม่สำเร็จ: {why}
รายงานทุกฉบับบันทึกไว้ครบ โปรแกรมจะลองสำรองให้อีกครั้งเอง</source>
            <translation>The data could not be backed up when the program was closed last time: {why}
All reports are saved; the backup will be tried again by itself.</translation>
        </message>
        <message>
            <source>ไม่ต้องเตือนอีก</source>
            <translation>Do not remind me again</translation>
        </message>
    </context>
    <context>
        <name>LinkField</name>
        <message>
            <source>เปิด{whole}</source>
            <translation>Open {whole}</translation>
        </message>
        <message>
            <source>เปิดลิงก์</source>
            <translation>Open the link</translation>
        </message>
    </context>
    <context>
        <name>MergeDesk</name>
        <message>
            <source>กำลังรวมรายงาน…</source>
            <translation>Merging…</translation>
        </message>
        <message>
            <source>กำลังอ่านและตรวจไฟล์…</source>
            <translation>Reading and verifying the files…</translation>
        </message>
        <message>
            <source>ยกเลิกแล้ว ยังไม่ได้รวม ข้อมูลในเครื่องคงเดิม</source>
            <translation>Cancelled; nothing was merged, and the data here is as it was</translation>
        </message>
        <message>
            <source>เลิกทำแล้ว รายงานกลับเป็นอย่างก่อนรวม</source>
            <translation>Undone; the reports are as before the merge</translation>
        </message>
    </context>
    <context>
        <name>MergePage</name>
        <message>
            <source>{when}  ·  {count} ฉบับ  ·  จาก {offices}</source>
            <translation>{when}  ·  {count} reports  ·  from {offices}</translation>
        </message>
        <message>
            <source>การรวมที่ผ่านมา</source>
            <translation>Merges so far</translation>
        </message>
        <message>
            <source>กำลังสำรองข้อมูลในเครื่องไว้ก่อน แล้วจึงรวม</source>
            <translation>The data here is backed up first, then merged</translation>
        </message>
        <message>
            <source>กำลังอ่านและตรวจทุกไฟล์ ข้อมูลในเครื่องยังไม่ถูกแก้ไข</source>
            <translation>Every file is read and verified; nothing here is changed yet</translation>
        </message>
        <message>
            <source>จาก {office}  ·  {file}</source>
            <translation>From {office}  ·  {file}</translation>
        </message>
        <message>
            <source>ต่างกัน {count} แห่ง ยังไม่ได้เลือก</source>
            <translation>Differs in {count} places, not chosen yet</translation>
        </message>
        <message>
            <source>ทำรายงานรวม…</source>
            <translation>Make one report…</translation>
        </message>
        <message>
            <source>นำ {name} ออก</source>
            <translation>Take {name} out</translation>
        </message>
        <message>
            <source>มีอยู่แล้ว ไม่มีอะไรใหม่ ({count})</source>
            <translation>Here already, nothing new ({count})</translation>
        </message>
        <message>
            <source>ยังมี {count} ฉบับที่แก้ไขต่างกันและยังไม่ได้เลือก</source>
            <translation>{count} reports were changed differently and are not chosen yet</translation>
        </message>
        <message>
            <source>ยังไม่เคยรวม</source>
            <translation>Nothing merged so far</translation>
        </message>
        <message>
            <source>รวม</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>รวม {count} ฉบับ</source>
            <translation>Merge {count} reports</translation>
        </message>
        <message>
            <source>รวมรายงานจากหน่วยงานอื่น</source>
            <translation>Merge other offices’ reports</translation>
        </message>
        <message>
            <source>รวมแล้ว {count} ฉบับ</source>
            <translation>Merged {count} reports</translation>
        </message>
        <message>
            <source>รหัสผ่านของ {name}</source>
            <translation>Passphrase of {name}</translation>
        </message>
        <message>
            <source>รหัสผ่านไม่ถูกต้อง</source>
            <translation>The passphrase is wrong</translation>
        </message>
        <message>
            <source>รายงานใหม่</source>
            <translation>New report</translation>
        </message>
        <message>
            <source>อ่านไฟล์นี้ไม่ได้ จึงข้ามไป ไฟล์อื่นรวมได้ตามปกติ</source>
            <translation>This file cannot be read and is left out; the others can be merged</translation>
        </message>
        <message>
            <source>เปรียบเทียบและเลือก…</source>
            <translation>Compare and choose…</translation>
        </message>
        <message>
            <source>เปิดไฟล์</source>
            <translation>Open the file</translation>
        </message>
        <message>
            <source>เพิ่มไฟล์…</source>
            <translation>Add files…</translation>
        </message>
        <message>
            <source>เลิกทำ</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>เลิกทำการรวม {what}</source>
            <translation>Undo the merge {what}</translation>
        </message>
        <message>
            <source>เลิกทำแล้ว</source>
            <translation>Undone</translation>
        </message>
        <message>
            <source>เลือกต่อ…</source>
            <translation>Go on choosing…</translation>
        </message>
        <message>
            <source>เลือกแล้ว จะรวมตามที่เลือก</source>
            <translation>Chosen; will be merged so</translation>
        </message>
        <message>
            <source>เลือกใหม่…</source>
            <translation>Choose again…</translation>
        </message>
        <message>
            <source>เลือกไฟล์สำรองหรือไฟล์รายงานของหน่วยงานต่าง ๆ ได้หลายไฟล์ หรือลากไฟล์มาวางที่หน้านี้ ยังไม่มีอะไรถูกรวมจนกว่าจะกดรวม</source>
            <translation>Choose backups or report files of other offices, several at once, or drop them here. Nothing is merged until you press Merge</translation>
        </message>
        <message>
            <source>เสร็จ</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>แก้ไขต่างกัน ({count})</source>
            <translation>Changed differently ({count})</translation>
        </message>
        <message>
            <source>แก้ไขทั้งสองที่ จึงต้องเลือกเองว่าจะใช้ข้อมูลใด หากไม่เลือก รายงานในเครื่องจะคงเดิม</source>
            <translation>Changed in both places, so you choose which data to take. If you do not, the report here stays as it is</translation>
        </message>
        <message>
            <source>ใหม่กว่าที่มีอยู่ จะแทนฉบับเดิม</source>
            <translation>Newer than the one here, and takes its place</translation>
        </message>
        <message>
            <source>ไฟล์ที่จะรวม</source>
            <translation>Files to merge</translation>
        </message>
        <message>
            <source>ไม่ได้ระบุหน่วยงาน</source>
            <translation>No agency given</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>เลิกทำ</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>MoreButton</name>
        <message>
            <source>คืนข้อมูลจากไฟล์สำรอง…</source>
            <translation>Restore from a backup…</translation>
        </message>
        <message>
            <source>ตั้งค่า</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>ถังขยะ</source>
            <translation>Recycle bin</translation>
        </message>
        <message>
            <source>รวมรายงานจากหน่วยงานอื่น…</source>
            <translation>Merge other offices’ reports…</translation>
        </message>
        <message>
            <source>สำรองข้อมูล…</source>
            <translation>Back up…</translation>
        </message>
        <message>
            <source>เพิ่มเติม</source>
            <translation>More</translation>
        </message>
    </context>
    <context>
        <name>NewPassphrase</name>
        <message>
            <source>พิมพ์รหัสผ่านอีกครั้ง</source>
            <translation>Type the passphrase again</translation>
        </message>
        <message>
            <source>รหัสผ่าน</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>รหัสผ่านสองช่องยังไม่ตรงกัน</source>
            <translation>The two do not agree yet</translation>
        </message>
        <message>
            <source>ล็อกไฟล์ด้วยรหัสผ่าน</source>
            <translation>Lock the file with a passphrase</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>ปิดข้อความ</source>
            <translation>Close the message</translation>
        </message>
    </context>
    <context>
        <name>Offered</name>
        <message>
            <source>ภาพที่วาง</source>
            <translation>Pasted picture</translation>
        </message>
    </context>
    <context>
        <name>Outline</name>
        <message>
            <source>+ เพิ่มกิจกรรม</source>
            <translation>+ Add an activity</translation>
        </message>
        <message>
            <source>หัวข้อของรายงาน</source>
            <translation>Parts of the report</translation>
        </message>
    </context>
    <context>
        <name>PageFrame</name>
        <message>
            <source>กิจกรรมที่ {n}</source>
            <translation>Activity {n}</translation>
        </message>
        <message>
            <source>ขั้นที่ {here} จาก {count}</source>
            <translation>Step {here} of {count}</translation>
        </message>
        <message>
            <source>ถัดไป: {page}</source>
            <translation>Next: {page}</translation>
        </message>
        <message>
            <source>ย้อนกลับ</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>PaperCard</name>
        <message>
            <source>Sarabun (มากับโปรแกรม)</source>
            <translation>Sarabun (included)</translation>
        </message>
        <message>
            <source>{why} รายงานจึงใช้ Sarabun</source>
            <translation>{why}. Reports are set in Sarabun instead</translation>
        </message>
        <message>
            <source>กระดาษ</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>ตัวอักษร</source>
            <translation>Font</translation>
        </message>
        <message>
            <source>ปลายบรรทัด</source>
            <translation>Line ends</translation>
        </message>
        <message>
            <source>ระยะขอบ (มิลลิเมตร)</source>
            <translation>Margins (millimetres)</translation>
        </message>
        <message>
            <source>ระยะขอบ: {side} (มิลลิเมตร)</source>
            <translation>Margin: {side} (millimetres)</translation>
        </message>
        <message>
            <source>ระยะขอบต้องอยู่ระหว่าง {least} ถึง {most} มิลลิเมตร</source>
            <translation>A margin must be from {least} to {most} millimetres</translation>
        </message>
        <message>
            <source>เลือกไฟล์…</source>
            <translation>Choose a file…</translation>
        </message>
        <message>
            <source>ใช้กับรายงานทุกฉบับที่จัดหน้าต่อจากนี้</source>
            <translation>For every report that is set from now on</translation>
        </message>
    </context>
    <context>
        <name>PaperDesk</name>
        <message>
            <source>ดูจุดที่ต้องแก้ไข</source>
            <translation>Show what to mend</translation>
        </message>
        <message>
            <source>ตรวจก่อน</source>
            <translation>Check first</translation>
        </message>
        <message>
            <source>พิมพ์เลย</source>
            <translation>Print anyway</translation>
        </message>
        <message>
            <source>มี {warnings} จุดที่ควรตรวจดูก่อนพิมพ์</source>
            <translation>{warnings} to look at before printing</translation>
        </message>
        <message>
            <source>ยังต้องแก้ไข {errors} จุด</source>
            <translation>{errors} still to mend</translation>
        </message>
        <message>
            <source>ยังต้องแก้ไข {errors} จุด และควรตรวจดู {warnings} จุด</source>
            <translation>{errors} still to mend, and {warnings} to look at</translation>
        </message>
        <message>
            <source>ส่งพิมพ์แล้ว {pages} หน้า</source>
            <translation>Sent to the printer: {pages} pages</translation>
        </message>
    </context>
    <context>
        <name>PastSections</name>
        <message>
            <source>(ว่าง)</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>กิจกรรมที่ {n} “{name}”</source>
            <translation>Activity {n} “{name}”</translation>
        </message>
        <message>
            <source>ต่างจากตอนนี้</source>
            <translation>Differs from now</translation>
        </message>
        <message>
            <source>นำ “{part}” กลับมา</source>
            <translation>Bring “{part}” back</translation>
        </message>
        <message>
            <source>นำกิจกรรมนี้กลับมา</source>
            <translation>Bring this activity back</translation>
        </message>
        <message>
            <source>นำทั้งกิจกรรมกลับมา</source>
            <translation>Bring the whole activity back</translation>
        </message>
        <message>
            <source>นำส่วนนี้กลับมา</source>
            <translation>Bring this part back</translation>
        </message>
        <message>
            <source>ยังไม่มีชื่อ</source>
            <translation>No name yet</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>ขยาย</source>
            <translation>Larger</translation>
        </message>
        <message>
            <source>ค้นหาในตัวอย่างก่อนพิมพ์</source>
            <translation>Search the preview</translation>
        </message>
        <message>
            <source>ตัวอย่างก่อนพิมพ์</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>นำกลับเข้าหน้าต่างหลัก</source>
            <translation>Put back into the main window</translation>
        </message>
        <message>
            <source>ย่อ</source>
            <translation>Smaller</translation>
        </message>
        <message>
            <source>หน้า {here} / {count}</source>
            <translation>Page {here} / {count}</translation>
        </message>
        <message>
            <source>หน้ากระดาษ</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>แยกเป็นหน้าต่างต่างหาก</source>
            <translation>Tear off as a window of its own</translation>
        </message>
    </context>
    <context>
        <name>PrintPage</name>
        <message>
            <source>ตรวจก่อน</source>
            <translation>Check first</translation>
        </message>
        <message>
            <source>บันทึกเป็น PDF…</source>
            <translation>Save as PDF…</translation>
        </message>
        <message>
            <source>พิมพ์ครั้งล่าสุดเมื่อ {date} เวลา {time} และแก้ไขหลังจากนั้น</source>
            <translation>Last printed on {date} at {time}, and changed since</translation>
        </message>
        <message>
            <source>พิมพ์แล้วเมื่อ {date} เวลา {time}</source>
            <translation>Printed on {date} at {time}</translation>
        </message>
        <message>
            <source>พิมพ์แล้วให้ผู้ลงนามลงลายมือชื่อ</source>
            <translation>Print it, and let the signatories sign</translation>
        </message>
        <message>
            <source>พิมพ์…</source>
            <translation>Print…</translation>
        </message>
    </context>
    <context>
        <name>Removals</name>
        <message>
            <source>ลบกิจกรรมที่ {number} แล้ว</source>
            <translation>Activity {number} removed</translation>
        </message>
        <message>
            <source>ลบกิจกรรมที่ {number} “{name}” แล้ว</source>
            <translation>Activity {number} “{name}” removed</translation>
        </message>
    </context>
    <context>
        <name>ReportMenu</name>
        <message>
            <source>ทำรอบถัดไปจากรายงานนี้</source>
            <translation>Begin the next round from this report</translation>
        </message>
        <message>
            <source>ทำสำเนา</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>บันทึก PDF…</source>
            <translation>Save as PDF…</translation>
        </message>
        <message>
            <source>ลบ</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>ส่งออก…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>เปิด</source>
            <translation>Open</translation>
        </message>
    </context>
    <context>
        <name>RestoreDesk</name>
        <message>
            <source>{said} ข้อมูลก่อนหน้านั้นสำรองไว้ในชื่อ {name}</source>
            <translation>{said} What was here before is backed up as {name}</translation>
        </message>
        <message>
            <source>{said} ไฟล์เดิมที่เสียหายเก็บไว้ที่ {path}</source>
            <translation>{said} The damaged file is kept in {path}</translation>
        </message>
        <message>
            <source>กำลังคืนข้อมูล…</source>
            <translation>Restoring…</translation>
        </message>
        <message>
            <source>กำลังตรวจไฟล์สำรอง…</source>
            <translation>Verifying the backup…</translation>
        </message>
        <message>
            <source>กำลังบันทึกส่วนที่อ่านได้…</source>
            <translation>Saving what can be read…</translation>
        </message>
        <message>
            <source>คืนข้อมูลที่สำรองไว้เมื่อ {when} แล้ว</source>
            <translation>The data backed up {when} is restored.</translation>
        </message>
        <message>
            <source>บันทึกส่วนที่อ่านได้ไว้ที่ {path}</source>
            <translation>What can be read is saved in {path}</translation>
        </message>
        <message>
            <source>เลิกทำแล้ว ข้อมูลกลับมาเป็นอย่างเดิม</source>
            <translation>Undone; the data is as it was</translation>
        </message>
    </context>
    <context>
        <name>RestorePage</name>
        <message>
            <source>{count} จาก {all}</source>
            <translation>{count} of {all}</translation>
        </message>
        <message>
            <source>{name} มีข้อมูลเพียงบางส่วน จึงใช้แทนข้อมูลทั้งหมดไม่ได้ แต่นำรายงานในไฟล์มารวมกับที่มีอยู่ได้ ข้อมูลในเครื่องไม่ถูกแก้ไข</source>
            <translation>{name} holds a part only and cannot take the place of everything, but its reports can be merged with those here. Nothing here was changed</translation>
        </message>
        <message>
            <source>{name} ล็อกด้วยรหัสผ่าน</source>
            <translation>{name} is locked with a passphrase</translation>
        </message>
        <message>
            <source>กำลังตรวจทุกส่วนของไฟล์ {name} ก่อน ข้อมูลในเครื่องยังไม่ถูกแก้ไข</source>
            <translation>Every part of {name} is verified first; nothing here is changed yet</translation>
        </message>
        <message>
            <source>กำลังสำรองข้อมูลในเครื่องไว้ก่อน แล้วจึงนำข้อมูลในไฟล์มาใช้ โปรดรอสักครู่</source>
            <translation>The data here is backed up first, then the file’s takes its place. Please wait a moment</translation>
        </message>
        <message>
            <source>ก่อนคืนข้อมูล</source>
            <translation>Before restoring</translation>
        </message>
        <message>
            <source>ก่อนคืนข้อมูล โปรแกรมจะสำรองข้อมูลในเครื่องตอนนี้ทั้งหมดไว้ที่ {folder}
จากนั้นข้อมูลในไฟล์จะมาแทนข้อมูลในเครื่องทั้งหมดในคราวเดียว และเลิกทำได้</source>
            <translation>Before restoring, everything here now is backed up in {folder}.
Then the file’s data takes the place of all data here in one step, which can be undone</translation>
        </message>
        <message>
            <source>ก่อนรวมข้อมูล</source>
            <translation>Before merging</translation>
        </message>
        <message>
            <source>ก่อนรวมข้อมูล เว้นภาพที่เสียหาย</source>
            <translation>Before merging, but for damaged photos</translation>
        </message>
        <message>
            <source>ก่อนใช้โปรแกรมรุ่นใหม่</source>
            <translation>Before a newer version</translation>
        </message>
        <message>
            <source>ก่อนใช้โปรแกรมรุ่นใหม่ เว้นภาพที่เสียหาย</source>
            <translation>Before a newer version, but for damaged photos</translation>
        </message>
        <message>
            <source>คืนข้อมูล</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>คืนข้อมูลจากไฟล์สำรอง</source>
            <translation>Restore from a backup</translation>
        </message>
        <message>
            <source>ตรวจแล้ว ไฟล์ครบถ้วน  ·  {name}</source>
            <translation>Verified, the file is whole  ·  {name}</translation>
        </message>
        <message>
            <source>บันทึกส่วนที่อ่านได้เป็นไฟล์สำรองใหม่ แล้วจึงคืนข้อมูลจากไฟล์นั้นได้ ไฟล์เดิมจะไม่ถูกแก้ไข</source>
            <translation>What can be read can be saved as a new backup, and restored from that. This file is not changed</translation>
        </message>
        <message>
            <source>บันทึกส่วนที่อ่านได้…</source>
            <translation>Save what can be read…</translation>
        </message>
        <message>
            <source>ยังไม่มี</source>
            <translation>None yet</translation>
        </message>
        <message>
            <source>รหัสผ่านของไฟล์นี้</source>
            <translation>Passphrase of this file</translation>
        </message>
        <message>
            <source>รหัสผ่านไม่ถูกต้อง หรือต้นไฟล์เสียหาย โปรดพิมพ์อีกครั้ง ข้อมูลในเครื่องไม่ถูกแก้ไข</source>
            <translation>The passphrase is wrong, or the file’s beginning is damaged. Please type it again; nothing here was changed</translation>
        </message>
        <message>
            <source>รายงาน {count} ฉบับ  ·  แก้ไขล่าสุด {when}</source>
            <translation>{count} reports  ·  last edited {when}</translation>
        </message>
        <message>
            <source>รายงานแต่ละฉบับ</source>
            <translation>Report by report</translation>
        </message>
        <message>
            <source>สำรองอัตโนมัติ</source>
            <translation>Automatic backup</translation>
        </message>
        <message>
            <source>สำรองอัตโนมัติ เว้นภาพที่เสียหาย</source>
            <translation>Automatic, but for damaged photos</translation>
        </message>
        <message>
            <source>สำรองเมื่อ {when}</source>
            <translation>Backed up {when}</translation>
        </message>
        <message>
            <source>อ่านได้: รายงาน {reports} ฉบับ  ·  ภาพและเอกสารแนบ {files} รายการ</source>
            <translation>Can be read: {reports} reports  ·  {files} photos and attachments</translation>
        </message>
        <message>
            <source>เฉพาะข้อความ ไม่มีรูป</source>
            <translation>Text only, without pictures</translation>
        </message>
        <message>
            <source>เปิดไฟล์</source>
            <translation>Open the file</translation>
        </message>
        <message>
            <source>เมื่อกดคืนข้อมูล</source>
            <translation>When you press Restore</translation>
        </message>
        <message>
            <source>เลือกไฟล์สำรองจากแฟลชไดรฟ์หรือโฟลเดอร์อื่น หรือลากไฟล์มาวางที่หน้านี้</source>
            <translation>Choose a backup on a flash drive or in another folder, or drop one here</translation>
        </message>
        <message>
            <source>เลือกไฟล์อื่น</source>
            <translation>Choose another file</translation>
        </message>
        <message>
            <source>เลือกไฟล์…</source>
            <translation>Choose a file…</translation>
        </message>
        <message>
            <source>แสดงทั้งหมด {n} ไฟล์</source>
            <translation>Show all {n} files</translation>
        </message>
        <message>
            <source>ในเครื่องตอนนี้</source>
            <translation>Here now</translation>
        </message>
        <message>
            <source>ในไฟล์สำรอง</source>
            <translation>In the backup</translation>
        </message>
        <message>
            <source>ไปที่รวมรายงาน</source>
            <translation>Go to merging</translation>
        </message>
        <message>
            <source>ไฟล์ที่โปรแกรมสำรองไว้ให้เอง</source>
            <translation>Backups the program made by itself</translation>
        </message>
        <message>
            <source>ไฟล์นี้มีเพียงบางส่วน</source>
            <translation>This file holds a part only</translation>
        </message>
        <message>
            <source>ไฟล์นี้ล็อกไว้</source>
            <translation>This file is locked</translation>
        </message>
        <message>
            <source>ไฟล์สำรองนี้เสียหาย</source>
            <translation>This backup is damaged</translation>
        </message>
        <message>
            <source>ไม่มี {count} รายการที่เสียหายตั้งแต่ก่อนสำรอง ที่เหลือครบถ้วน: {names}</source>
            <translation>All is there but what was damaged before the backup was made ({count}): {names}</translation>
        </message>
        <message>
            <source>ไม่มีรายงาน</source>
            <translation>No report</translation>
        </message>
        <message>
            <source>ไม่มีรายงานใดในไฟล์นี้ที่อ่านได้ โปรดเก็บไฟล์ไว้ และลองไฟล์สำรองชุดอื่น</source>
            <translation>No report in this file can be read. Keep the file, and try another backup</translation>
        </message>
        <message>
            <source>ไม่ได้ระบุหน่วยงาน</source>
            <translation>No agency given</translation>
        </message>
    </context>
    <context>
        <name>Row</name>
        <message>
            <source>{item}ที่ {number}</source>
            <translation>{item} {number}</translation>
        </message>
        <message>
            <source>ลบ{whole}</source>
            <translation>Remove {whole}</translation>
        </message>
    </context>
    <context>
        <name>SavedFile</name>
        <message>
            <source>บันทึก {name} ไว้ที่ {folder} แล้ว</source>
            <translation>Saved {name} in {folder}</translation>
        </message>
        <message>
            <source>รายงานนี้ยังต้องแก้ไข {errors} จุด เอกสารที่บันทึกจึงยังไม่สมบูรณ์</source>
            <translation>The report has {errors} still to mend, so the saved document is not complete yet</translation>
        </message>
        <message>
            <source>เปิดโฟลเดอร์</source>
            <translation>Open the folder</translation>
        </message>
        <message>
            <source>เปิดไฟล์</source>
            <translation>Open the file</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>ค้นหาในรายงานทุกฉบับ</source>
            <translation>Search all reports</translation>
        </message>
        <message>
            <source>ค้นหาในรายงานทุกฉบับ (Ctrl+F)</source>
            <translation>Search all reports (Ctrl+F)</translation>
        </message>
        <message>
            <source>ล้างคำค้น (Esc)</source>
            <translation>Clear the search (Esc)</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>ตั้งค่า</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>ทุกอย่างมีผลและบันทึกทันที</source>
            <translation>Changes are saved at once</translation>
        </message>
        <message>
            <source>ผู้ลงนาม</source>
            <translation>Signatories</translation>
        </message>
        <message>
            <source>รายงานใหม่มีผู้ลงนามเหล่านี้</source>
            <translation>New reports have these signatories</translation>
        </message>
        <message>
            <source>รายงานใหม่เริ่มต้นด้วยข้อมูลนี้ แก้ไขได้ในแต่ละรายงาน</source>
            <translation>New reports begin with this; each can be changed</translation>
        </message>
        <message>
            <source>รายงานใหม่เริ่มต้นด้วยรูปแบบนี้ เปลี่ยนได้ในขั้นพิมพ์ของแต่ละรายงาน</source>
            <translation>New reports begin with this; it can be changed where each is printed</translation>
        </message>
        <message>
            <source>รูปแบบเอกสาร</source>
            <translation>Layout</translation>
        </message>
        <message>
            <source>หน่วยงาน</source>
            <translation>Agency</translation>
        </message>
        <message>
            <source>‹ รายงานทั้งหมด</source>
            <translation>‹ All reports</translation>
        </message>
    </context>
    <context>
        <name>ShownRows</name>
        <message>
            <source>+ เพิ่ม{item}   (Ctrl+Enter)</source>
            <translation>+ Add {item}   (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>+ เพิ่ม{item}…</source>
            <translation>+ Add {item}…</translation>
        </message>
        <message>
            <source>เพิ่ม{item}</source>
            <translation>Add {item}</translation>
        </message>
    </context>
    <context>
        <name>SpellingDesk</name>
        <message>
            <source>เพิ่ม “{word}” ในคำของฉันแล้ว</source>
            <translation>Added “{word}” to my words</translation>
        </message>
    </context>
    <context>
        <name>TextMenu</name>
        <message>
            <source>คัดลอก	Ctrl+C</source>
            <translation>Copy	Ctrl+C</translation>
        </message>
        <message>
            <source>ตัด	Ctrl+X</source>
            <translation>Cut	Ctrl+X</translation>
        </message>
        <message>
            <source>วาง	Ctrl+V</source>
            <translation>Paste	Ctrl+V</translation>
        </message>
        <message>
            <source>เลือกทั้งหมด	Ctrl+A</source>
            <translation>Select all	Ctrl+A</translation>
        </message>
    </context>
    <context>
        <name>ThaiCalendar</name>
        <message>
            <source>ปฏิทิน</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <source>วันนี้</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>เดือนก่อน</source>
            <translation>Month before</translation>
        </message>
        <message>
            <source>เดือนถัดไป</source>
            <translation>Next month</translation>
        </message>
    </context>
    <context>
        <name>Thumbnail</name>
        <message>
            <source>ครอบตัด{whole}</source>
            <translation>Crop {whole}</translation>
        </message>
        <message>
            <source>หมุน{whole}ไปทางขวา</source>
            <translation>Turn {whole} right</translation>
        </message>
        <message>
            <source>หมุน{whole}ไปทางซ้าย</source>
            <translation>Turn {whole} left</translation>
        </message>
        <message>
            <source>แสดงภาพไม่ได้</source>
            <translation>The picture cannot be shown</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>กำลังบันทึก…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>ทำซ้ำ</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>ทำซ้ำ: {act}</source>
            <translation>Redo: {act}</translation>
        </message>
        <message>
            <source>บันทึกแล้ว {time}</source>
            <translation>Saved {time}</translation>
        </message>
        <message>
            <source>พิมพ์</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>ยังไม่ได้บันทึก</source>
            <translation>Not saved yet</translation>
        </message>
        <message>
            <source>ย้อนดูฉบับก่อน</source>
            <translation>Look at earlier versions</translation>
        </message>
        <message>
            <source>ลองอีกครั้ง</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>เลิกทำ</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>เลิกทำ: {act}</source>
            <translation>Undo: {act}</translation>
        </message>
        <message>
            <source>แสดงหรือซ่อนตัวอย่างก่อนพิมพ์</source>
            <translation>Show or hide the preview</translation>
        </message>
        <message>
            <source>‹ รายงานทั้งหมด</source>
            <translation>‹ All reports</translation>
        </message>
    </context>
    <context>
        <name>TornOff</name>
        <message>
            <source>ตัวอย่างก่อนพิมพ์ – {name}</source>
            <translation>Preview – {name}</translation>
        </message>
    </context>
    <context>
        <name>Underlines</name>
        <message>
            <source>เพิ่มในคำของฉัน</source>
            <translation>Add to my words</translation>
        </message>
    </context>
    <context>
        <name>Unsaved</name>
        <message>
            <source>{fault}
สิ่งที่พิมพ์ยังอยู่ครบในหน้าต่างนี้ และจะบันทึกให้เองเมื่อบันทึกได้</source>
            <translation>{fault}
What you typed is all here in this window, and is saved by itself as soon as that works</translation>
        </message>
        <message>
            <source>ปิดโดยไม่บันทึก</source>
            <translation>Close without saving</translation>
        </message>
        <message>
            <source>ลองอีกครั้ง</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>ออกโดยไม่บันทึก</source>
            <translation>Leave without saving</translation>
        </message>
        <message>
            <source>เก็บสำเนาไว้ที่ {path} แล้ว</source>
            <translation>A copy is kept at {path}</translation>
        </message>
        <message>
            <source>เก็บสำเนาไว้ที่อื่น…</source>
            <translation>Keep a copy elsewhere…</translation>
        </message>
    </context>
    <context>
        <name>ValueWords</name>
        <message>
            <source>(บุคคลภายนอก)</source>
            <translation>(outsiders)</translation>
        </message>
        <message>
            <source>(ว่าง)</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>(ไม่มีชื่อกลุ่ม)</source>
            <translation>(group without a name)</translation>
        </message>
        <message>
            <source>{count} คน</source>
            <translation>{count} people</translation>
        </message>
        <message>
            <source>กิจกรรมที่ยังไม่มีชื่อ</source>
            <translation>Activity without a name</translation>
        </message>
        <message>
            <source>ภาพ {count} ภาพ</source>
            <translation>{count} pictures</translation>
        </message>
        <message>
            <source>ภาพไม่มีคำบรรยาย</source>
            <translation>Picture without a caption</translation>
        </message>
        <message>
            <source>เวลา {time}</source>
            <translation>{time}</translation>
        </message>
        <message>
            <source>ใช่</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>ไม่ใช่</source>
            <translation>No</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>ส่วนร่วม</source>
            <translation>Suanruam</translation>
        </message>
    </context>
    <context>
        <name>WindowCard</name>
        <message>
            <source>ขีดเส้นใต้คำที่อาจสะกดผิด</source>
            <translation>Underline words that may be misspelt</translation>
        </message>
        <message>
            <source>ภาษาของหน้าต่าง</source>
            <translation>Language of the window</translation>
        </message>
        <message>
            <source>หน้าต่าง</source>
            <translation>Window</translation>
        </message>
    </context>
    <context>
        <name>WordLabel</name>
        <message>
            <source>คัดลอก</source>
            <translation>Copy</translation>
        </message>
    </context>
    <context>
        <name>WordsCard</name>
        <message>
            <source>คำของหน่วยงาน</source>
            <translation>The office’s own words</translation>
        </message>
        <message>
            <source>คำของหน่วยงาน บรรทัดละหนึ่งคำ</source>
            <translation>The office’s own words, one a line</translation>
        </message>
        <message>
            <source>ชื่อคน ชื่อสถานที่ หรือคำเฉพาะที่ไม่ให้ตัดท้ายบรรทัด บรรทัดละหนึ่งคำ</source>
            <translation>Names and terms that no line may part, one a line</translation>
        </message>
    </context>
    <context>
        <name>WorkStrip</name>
        <message>
            <source>กำลังทำงาน</source>
            <translation>Working</translation>
        </message>
    </context>
    <context>
        <name>ZoomButton</name>
        <message>
            <source>ขนาดที่แสดง</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>ขนาดที่แสดง {part}</source>
            <translation>Zoom {part}</translation>
        </message>
        <message>
            <source>ดูทีละหน้า</source>
            <translation>One page at a time</translation>
        </message>
        <message>
            <source>ทั้งหน้า	Ctrl+9</source>
            <translation>Whole page	Ctrl+9</translation>
        </message>
        <message>
            <source>พอดีความกว้าง	Ctrl+0</source>
            <translation>Fit the width	Ctrl+0</translation>
        </message>
    </context>
    <context>
        <name>_Days</name>
        <message>
            <source>วันนี้</source>
            <translation>Today</translation>
        </message>
    </context>
    <context>
        <name>_Words</name>
        <message>
            <source>คำที่เคยใช้</source>
            <translation>Words used before</translation>
        </message>
    </context>
</TS>
